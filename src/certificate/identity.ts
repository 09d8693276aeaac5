/**
 * Canonical form and identity: the SHA-256 of the RFC 8785 form of the certificate without `provenance`.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { type Certificate, certificateCodec } from './certificate.ts';

/** The certificate as data, numbers as strings. */
export const toData = (certificate: Certificate): Record<string, unknown> =>
  certificateCodec.encode(certificate) as unknown as Record<string, unknown>;

/** 64 hexadecimal digits. */
export const identityOf = (certificate: Certificate): string => {
  const { provenance: _, ...mathematics } = toData(certificate);
  return bytesToHex(sha256(utf8ToBytes(canonicalize(mathematics) ?? '')));
};

/** A label for people: group, functions and what is claimed, in characters safe in file names. */
export const labelOf = (certificate: Certificate, topic: string): string =>
  [certificate.group, certificate.functions, topic]
    .map((part) => part.replaceAll(/[^A-Za-z0-9]+/g, '').slice(0, 24))
    .join('-');

/** `S5-poly10-separation-3f2a9c1e.json`. */
export const fileNameOf = (certificate: Certificate, topic: string): string =>
  `${labelOf(certificate, topic)}-${identityOf(certificate).slice(0, 8)}.json`;

/** The text that is written to files: readable, keys in the order of the format, a final newline. */
export const printCertificate = (certificate: Certificate): string =>
  `${JSON.stringify(toData(certificate), null, 1)}\n`;
