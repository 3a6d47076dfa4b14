/** How many names that nobody announced are told apart. */
const MAX_NAMES = 100;

/** Of questions without a name, of those whose text was no question, and of names beyond the bound. */
const ANONYMOUS = 'ANONYMOUS';
export const UNREAD = 'UNREAD';
const OTHER = 'OTHER';

/** Names as labels of metrics: those who ask choose them, so that their number has to be bounded. */
export class OperationNames {
  private readonly met = new Set<string>();

  /** @param known names of trusted documents: they are always told apart */
  constructor(private readonly known: ReadonlySet<string>) {}

  /** The label of an operation's name. */
  label(name: string | null): string {
    if (name === null) return ANONYMOUS;
    if (this.known.has(name) || this.met.has(name)) return name;
    if (this.met.size >= MAX_NAMES) return OTHER;
    this.met.add(name);
    return name;
  }
}
