/** What came of one check of one host: facts, which `judgeNetwork` weighs. */
export type ProbeOutcome =
  | { readonly kind: 'answered'; readonly certificate: 'right' | null; readonly answer: ProbeAnswer | null }
  | { readonly kind: 'noName' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'failed'; readonly during: 'connection' | 'tls'; readonly reason: string }
  | {
      readonly kind: 'badCertificate';
      readonly fault: 'name' | 'authority' | 'time';
      readonly issuer: string;
      readonly from: string;
      readonly until: string;
    };

/** What a host said by HTTP or NTP. */
export interface ProbeAnswer {
  /** Of HTTP; null for the time. */
  readonly status: number | null;
  /** The time that the host told; null where it told none. */
  readonly time: Date | null;
  /** What names a proxy on the way, as it came. */
  readonly proxy: string | null;
  /** As far as it was read. */
  readonly body: string;
}

/** One check with its outcome, at a moment of this computer. */
export interface Probe {
  readonly hostId: string;
  readonly port: number;
  readonly at: Date;
  readonly outcome: ProbeOutcome;
}
