export const OCCASIONS = [
  'consumers-at-risk',
  'needs-person',
  'blocked',
  'overdue',
  'done',
  'undone',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

export interface Notice {
  /** Stable: the same notice twice is the same id. */
  readonly id: string;
  readonly occasion: Occasion;
  readonly key: string;
  readonly rotation: string;
  readonly at: string;
  /** The five lines. */
  readonly lines: readonly string[];
  readonly url: string;
}

export interface Notifier {
  /** A failure is a warning in the evidence; it never fails a rotation. */
  tell(notice: Notice): Promise<void>;
}
