import { HASH_START, JSON_WEB_TOKEN, SECRET_RUN } from '../../shared/secretText.ts';

const ADDRESS = /[^\s"'<>(),;:=/]+(?:@|%40)[^\s"'<>(),;:/]+/gi;

/** Takes addresses, hardware hashes and tokens out of a text that Microsoft or a library wrote. */
export function redactSecrets(text: string): string {
  return [JSON_WEB_TOKEN, HASH_START, SECRET_RUN, ADDRESS].reduce((rest, secret) => rest.replace(secret, '…'), text);
}
