/** What a certificate says before its claims, such as which statement it refutes. */
import type { Certificate } from '../certificate/certificate.ts';
import { certificateInWords } from '../certificate/statement.ts';

/**
 * `S3 refutes: threshold ≤ 2`, the first sentence of the statement without its stop, relations in their usual signs;
 * undefined where claims are all there is.
 */
export const openingOf = (certificate: Certificate): string | undefined => {
  const words = certificateInWords(certificate);
  const [sentence = ''] = words.split(/\.(?= |$)/);
  return /^.{1,320} refutes: /u.test(sentence) ? sentence.replaceAll('<=', '≤').replaceAll('>=', '≥') : undefined;
};
