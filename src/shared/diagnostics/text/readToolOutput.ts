import { errorCodesIn } from '../../knowledge/errorCodeIn.ts';
import { HASH_START, JSON_WEB_TOKEN, SECRET_RUN } from '../../secretText.ts';

/** What a tool of Windows wrote of the TPM: shown as it is, with what is recognised in it. */
export interface ToolOutput {
  /** As it stands, without secrets and cut to what a person reads. */
  readonly shown: string;
  /** The sentence of the service that refused the request. */
  readonly message: string | null;
  readonly httpStatus: number | null;
  /** Lower case with 0x. */
  readonly codes: readonly string[];
}

const MOST_CHARACTERS = 65_536;
const MOST_SHOWN = 4_000;
const LONGEST_MESSAGE = 500;
/** Bounded, since a long text without an at sign would be looked through from each of its characters. */
const ADDRESS = /[\w.%+-]{1,64}@[\w.-]{1,255}\.[a-z]{2,24}/gi;
/** Identity keys are printed as bytes with blanks between them. */
const BYTES = /(?:\b[0-9a-f]{2}[ :-]){16,}(?:[0-9a-f]{2}\b)?/gi;

/** Reads the text of `CertReq_enrollaik_Output.txt` and its like. Never throws. */
export function readToolOutput(text: string): ToolOutput {
  const read = text.slice(0, MOST_CHARACTERS).replaceAll(/\r\n?/g, '\n');
  const http = /\bHTTP\/[\d.]+ (\d{3})\b/.exec(read)?.[1];
  const message = messageIn(read);
  return {
    shown: withoutSecrets(read).trim().slice(0, MOST_SHOWN),
    message: message === null ? null : withoutSecrets(message).slice(0, LONGEST_MESSAGE),
    httpStatus: http === undefined ? null : Number(http),
    codes: errorCodesIn(read),
  };
}

/** A text of an archive that a person is shown. */
function withoutSecrets(text: string): string {
  // Long runs first: what is left is short, whatever the other patterns make of it.
  return [SECRET_RUN, HASH_START, JSON_WEB_TOKEN, BYTES, ADDRESS].reduce(
    (shown, secret) => shown.replaceAll(secret, '[left out]'),
    text,
  );
}

/** `"Message": "…"` of the JSON object that the service answered with. */
function messageIn(text: string): string | null {
  const written = /"Message"\s*:\s*("(?:[^"\\]|\\.){0,2000}")/i.exec(text)?.[1];
  if (written === undefined) return null;
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  } catch {
    // No string of JSON after all: the text is shown whole anyway.
    return null;
  }
}
