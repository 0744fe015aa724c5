import type { App, Session } from 'electron';
import { isOwnPage } from './pageOrigin.ts';

/** No contents of this app may navigate, open windows or hold another page. */
export function denyNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Reseal's own page may use the camera, to scan, write text to the clipboard, and show the notifications that somebody switched on; everything else is denied. */
export function denyPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    decide(isOwnPage(details.requestingUrl) && isAllowed(permission, mediaTypes));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, { mediaType }) =>
      isOwnPage(requestingOrigin) && isAllowed(permission, mediaType === undefined ? [] : [mediaType]),
  );
  session.setDevicePermissionHandler(() => false);
}

function isAllowed(permission: string, mediaTypes: readonly string[]): boolean {
  if (permission === 'clipboard-sanitized-write' || permission === 'notifications') return true;
  return permission === 'media' && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
}
