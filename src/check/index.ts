/** The checker, and nothing that searches. */
export { checkCertificate, checkText, type Report, readCertificate, readClaimFile, type Verdict } from './check.ts';
export { type Refusal, type RefusalCode, refusalCodes } from './refusal.ts';
