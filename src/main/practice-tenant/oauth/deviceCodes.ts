import { randomBytes, randomInt } from 'node:crypto';
import type { JsonObject } from '../protocol/graphMessages.ts';
import { OAuthError } from './oauthMessages.ts';
import { refuseUnconsented, splitScopes, userToSignIn, type SignInContext } from './practiceSignIn.ts';
import { deviceCodePage } from './signInPage.ts';
import type { Grant } from './tokenResponse.ts';

const LIFETIME_SECONDS = 900;
const POLL_SECONDS = 1;

interface PendingDevice {
  readonly userCode: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  isApproved: boolean;
}

/** The device-code flow: a program shows a code, a person types it on the page, the program's next poll succeeds. */
interface DeviceCodes {
  readonly start: (form: URLSearchParams, verificationUri: string) => JsonObject;
  readonly page: (verificationUri: string) => string;
  readonly approve: (form: URLSearchParams, verificationUri: string) => string;
  readonly redeem: (form: URLSearchParams) => Grant;
}

/** Codes live in memory for fifteen minutes, as Entra's do. */
export function createDeviceCodes(context: SignInContext): DeviceCodes {
  const pendingDevices = new Map<string, PendingDevice>();

  return {
    start(form, verificationUri) {
      const userCode = String(randomInt(10_000_000, 99_999_999));
      const deviceCode = randomBytes(24).toString('base64url');
      pendingDevices.set(deviceCode, {
        userCode,
        clientId: form.get('client_id') ?? '',
        scopes: splitScopes(form.get('scope')),
        expiresAt: context.realNow() + LIFETIME_SECONDS * 1000,
        isApproved: false,
      });
      return {
        user_code: userCode,
        device_code: deviceCode,
        verification_uri: verificationUri,
        expires_in: LIFETIME_SECONDS,
        interval: POLL_SECONDS,
        message: `To sign in, use a web browser to open the page ${verificationUri} and enter the code ${userCode} to authenticate.`,
      };
    },

    page: (verificationUri) => deviceCodePage(verificationUri, 'Enter the code that the program shows.'),

    approve(form, verificationUri) {
      const userCode = form.get('user_code')?.trim();
      const pending = [...pendingDevices.values()].find(
        (device) => device.userCode === userCode && device.expiresAt > context.realNow(),
      );
      if (!pending)
        return deviceCodePage(verificationUri, 'That code is not right. Enter the code that the program shows.');
      pending.isApproved = true;
      return deviceCodePage(verificationUri, 'You are signed in. You may close this page.');
    },

    redeem(form) {
      const deviceCode = form.get('device_code') ?? '';
      const pending = pendingDevices.get(deviceCode);
      const user = userToSignIn(context, null);
      if (!pending || !user || pending.expiresAt <= context.realNow()) {
        throw new OAuthError('expired_token', 70020, 'The provided device_code is not valid or has expired.');
      }
      if (!pending.isApproved)
        throw new OAuthError('authorization_pending', 70016, 'Authorization is pending. Continue polling.');
      pendingDevices.delete(deviceCode);
      refuseUnconsented(context, pending.scopes);
      return { user, clientId: pending.clientId, scopes: pending.scopes, nonce: null };
    },
  };
}
