/** Any mistake in input: one clear line on standard error, nothing on standard output, exit 2. */
import { expect, test } from 'vitest';
import { isOneLine, reynolds, symmetricCertificate, workDirectory } from './support.ts';

const directory = workDirectory({
  'file.json': symmetricCertificate('120'),
  'false.json': symmetricCertificate('119'),
  'empty.json': '',
  'cycle.json': '{"generators": ["(1,2,2)"]}',
  'semicolon.json': '{"generators": ["(1,2);(1,3)"]}',
  'key.json': '{"generators": ["(1,2)"], "name": "Z2"}',
  'twice.json': '{"generators": ["(1,2)"], "generators": ["(1,3)"]}',
});

const approximate = ['certify', 'approximate', '--group', 'S5', '--functions', 'all'];
const exact = ['certify', 'exact', '--functions', 'linear'];
const scheme = ['scheme', '--group', 'S4', '--functions', 'linear', '--epsilon', '1/4'];

test.each<readonly [string, readonly string[], RegExp]>([
  ['no command', [], /no command given; commands are certify, check, probe, explain, cite, view, scheme/],
  ['an unknown command', ['frobnicate'], /unknown command "frobnicate"/],
  ['a mistyped command', ['chekc', 'x'], /did you mean "check"/],
  ['an unknown option', ['check', '--jsn', 'file.json'], /unknown option '--jsn' \(did you mean --json\?\)/],
  ['an option without its value', [...approximate, '--epsilon'], /argument missing/],
  ['an option given twice', [...exact, '--group', 'S4', '--group', 'S5'], /--group.*given twice/],
  ['no file', ['check'], /missing required argument 'file'/],
  ['no topic', ['certify'], /missing required argument 'topic'/],
  ['a mistyped topic', ['certify', 'exat', '--group', 'S5'], /"exat" \(did you mean "exact"\?\)/],
  [
    'an ε listed twice',
    ['certify', 'profile', '--group', 'S5', '--functions', 'all', '--epsilon', '1/2,1/2'],
    /lists 1\/2 twice/,
  ],
  ['no group', exact, /needs --group, such as --group S5/],
  ['no functions', ['certify', 'exact', '--group', 'S5'], /needs --functions, such as --functions poly:3/],
  ['no ε', approximate, /needs --epsilon, such as --epsilon 1\/10/],
  ['a decimal ε', [...approximate, '--epsilon', '0.1'], /write 1\/10/],
  ['ε in scientific notation', [...approximate, '--epsilon', '1e-1'], /write 1\/10/],
  ['ε with letters', [...approximate, '--epsilon', '0.1x'], /"0.1x" is not a fraction.*such as 1\/10/],
  ['ε not reduced', [...approximate, '--epsilon', '2/20'], /write 1\/10/],
  ['ε over zero', [...approximate, '--epsilon', '1/0'], /such as 1\/10/],
  ['ε zero', [...approximate, '--epsilon', '0'], /not positive/],
  ['ε negative', [...approximate, '--epsilon', '-1/10'], /not positive/],
  ['ε very long', [...approximate, '--epsilon', '1'.repeat(100_000)], /the limit is/],
  ['a wrong group', [...exact, '--group', 'G5'], /unknown group "G5"; known are S5/],
  ['an empty group', [...exact, '--group', ''], /no group given/],
  ['a group out of range', [...exact, '--group', 'S0'], /out of range/],
  ['a wrong action', [...exact, '--group', 'S5@plane'], /has no action "plane"/],
  ['control characters', [...exact, '--group', 'S\u001b[31m\n5'], /unknown group/],
  [
    'wrong functions',
    ['certify', 'exact', '--group', 'S5', '--functions', 'poly:x'],
    /unknown function class "poly:x"/,
  ],
  ['a missing group file', [...exact, '--group', 'file:none.json'], /--group file "none.json".*no such file/],
  ['a group file that is a directory', [...exact, '--group', 'file:.'], /--group file "\.".*directory/],
  ['an empty group file', [...exact, '--group', 'file:empty.json'], /--group file "empty.json": the file is empty/],
  ['a wrong cycle in a group file', [...exact, '--group', 'file:cycle.json'], /occurs twice/],
  ['two generators in one', [...exact, '--group', 'file:semicolon.json'], /generators\/0/],
  ['an unknown key in a group file', [...exact, '--group', 'file:key.json'], /unknown key "name"/],
  ['a key twice in a group file', [...exact, '--group', 'file:twice.json'], /"generators" occurs twice/],
  ['--out that is a file', [...exact, '--group', 'S5', '--out', 'file.json'], /--out "file.json" is a file/],
  ['--out below a file', [...exact, '--group', 'S5', '--out', 'file.json/x'], /--out.*not a directory/],
  ['a wrong number of runs', ['probe', 'file.json', '--runs', '1.5'], /--runs "1.5" is not a whole number/],
  ['a missing file to probe', ['probe', 'none.json', '--json'], /none.json: cannot be read/],
  ['a missing file to explain', ['explain', 'none.json', '--json'], /none.json: cannot be read/],
  ['a directory to explain', ['explain', '.'], /\.: cannot be read: it is a directory/],
  ['an unknown format', [...scheme, '--format', 'npz'], /--format "npz" \(did you mean "npy"\?\)/],
  ['npy to a terminal', [...scheme, '--format', 'npy'], /give --out FILE\.npy/],
])('%s', async (_, argv, message) => {
  const ended = await reynolds(directory, ...argv);
  expect(ended).toMatchObject({ code: 2, out: '' });
  expect(ended.err).toMatch(message);
  expect(ended.err).not.toContain('\u001b');
  expect(isOneLine(ended)).toBe(true);
});

test('what is beyond the limits is declined: one line, exit 3', async () => {
  const ended = await reynolds(directory, 'certify', 'exact', '--group', 'S5', '--functions', 'poly:1000001', '--json');
  expect(ended).toMatchObject({ code: 3, out: '' });
  expect(isOneLine(ended)).toBe(true);
});

test('what is false is not explained: one line, exit 1', async () => {
  const ended = await reynolds(directory, 'explain', 'false.json');
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toContain('claim-not-implied');
  expect(isOneLine(ended)).toBe(true);
});

test('help and version go to standard output, exit 0', async () => {
  expect(await reynolds(directory, '--version')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
  const main = await reynolds(directory, '--help');
  expect(main).toMatchObject({ code: 0, err: '' });
  for (const word of ['certify', 'check', 'probe', 'explain', 'scheme', 'PSL(2,7)', 'poly:3', 'Exit codes'])
    expect(main.out).toContain(word);
  const certify = await reynolds(directory, 'certify', '--help');
  expect(certify).toMatchObject({ code: 0, err: '' });
  for (const word of ['--epsilon', '--minimize', 'threshold', 'Examples', 'file:g.json'])
    expect(certify.out).toContain(word);
});
