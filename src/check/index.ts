/** The checker, and nothing that searches. */
export { checkCertificate, checkText, type Report, readCertificate, readClaimFile, type Verdict } from './check.ts';
export { decodeText, fileLimit, tooManyBytes, type UndecodableBytes } from './document.ts';
export { type Refusal, type RefusalCode, refusalCodes } from './refusal.ts';
