/**
 * The checker in a worker of the browser: bytes in, report out. It imports `check` and nothing else, so what runs here is
 * what runs on the command line.
 */
import { checkText, decodeText, type Report } from '../src/check/index.ts';

export interface Order {
  readonly bytes: ArrayBuffer;
}

const reportOf = (bytes: ArrayBuffer): Report => {
  const decoded = decodeText(new Uint8Array(bytes));
  if (decoded._tag === 'Right') return checkText(decoded.right);
  const { code, message } = decoded.left;
  return { verdict: 'malformed', code, id: null, statement: null, message };
};

const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: Order }) => void;
  postMessage: (report: Report) => void;
};

scope.onmessage = ({ data }) => scope.postMessage(reportOf(data.bytes));
