/** The command line: which commands and options there are. Whatever is wrong with it is said in one line, exit 2. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { version } from '../certificate/version.ts';
import { type CertifyOptions, certifyCommand } from './certifyCommand.ts';
import { type CheckOptions, checkCommand } from './checkCommand.ts';
import { type CiteOptions, citeCommand } from './citeCommand.ts';
import { stopWith } from './commands.ts';
import { type CoqOptions, coqCommand } from './coqCommand.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { type ExplainOptions, explainCommand } from './explainCommand.ts';
import {
  certifyHelp,
  checkHelp,
  citeHelp,
  coqHelp,
  explainHelp,
  mainHelp,
  probeHelp,
  schemeHelp,
  searchHelp,
  viewHelp,
} from './help.ts';
import { type ProbeOptions, probeCommand } from './probeCommand.ts';
import { type SchemeOptions, schemeCommand } from './schemeCommand.ts';
import type { SearchOptions } from './searchOptions.ts';
import { suggestion } from './text.ts';
import { type ViewOptions, viewCommand } from './viewCommand.ts';

/** An option is given once: the last of two must not win silently. */
const once = (value: string, previous: string | undefined): string => {
  if (previous !== undefined) throw new InvalidArgumentError('It is given twice.');
  return value;
};

const group = ['--group <G>', 'the group and its action, such as S5 or C100@plane', once] as const;
const functions = [
  '--functions <F>',
  'the functions: linear, poly:K, all, pointwise:K or maps:F→linear',
  once,
] as const;
const epsilon = ['--epsilon <p/q>', 'how close, a positive fraction such as 1/10', once] as const;
const seed = ['--seed <S>', 'any text; the same seed gives the same bytes (default: 0)', once] as const;
const jobs = [
  '--jobs <N>',
  'with --minimize: workers at once (default: processors, at most 4); the result is the same',
  once,
] as const;
const json = ['--json', 'print one JSON document on standard output'] as const;
const quiet = ['--quiet', 'print no progress and no report'] as const;

const build = (end: (code: ExitCode) => void): Command => {
  const program = new Command('reynolds')
    .description('Computes, certifies and checks how many group elements it takes to make a function invariant.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureOutput({ writeErr: () => {} })
    .configureHelp({ helpWidth: 120 })
    .showSuggestionAfterError(true)
    .exitOverride()
    .addHelpText('after', mainHelp);

  program
    .command('certify')
    .description('prove a statement, write it with its proof as a certificate, and say it in words')
    .argument('<topic>', 'exact, threshold, approximate, lower, separation or profile')
    .option(...group)
    .option(...functions)
    .option(...epsilon)
    .option('--out <DIR>', 'where to write the certificate (default: the current directory)', once)
    .option('--minimize', 'search longer for fewer elements; Ctrl-C keeps what was found')
    .option(...jobs)
    .option(...seed)
    .option(...json)
    .option(...quiet)
    .addHelpText('after', certifyHelp)
    .action(async (topic: string, options: CertifyOptions) => end(await certifyCommand(topic, options)));

  program
    .command('check')
    .description('check certificates, trusting nothing in them')
    .argument('<file...>', 'certificates')
    .option('--claim <FILE>', 'demand that each certificate proves the claims of this file', once)
    .option('--verbose', 'print the statements too')
    .option(...json)
    .option('--quiet', 'print nothing; the exit code says it')
    .addHelpText('after', checkHelp)
    .action(async (files: string[], options: CheckOptions) => end(await checkCommand(files, options)));

  program
    .command('probe')
    .description('try to falsify certificates on random functions, elements and points')
    .argument('<file...>', 'certificates')
    .option('--runs <N>', 'how many instances for each claim (default: 100)', once)
    .option(...seed)
    .option(...json)
    .option(...quiet)
    .addHelpText('after', probeHelp)
    .action(async (files: string[], options: ProbeOptions) => end(await probeCommand(files, options)));

  program
    .command('explain')
    .description('the proof of this very instance, step by step')
    .argument('<file>', 'a certificate')
    .option('--format <FORMAT>', 'markdown or latex (default: markdown)', once)
    .option(...json)
    .option(...quiet)
    .addHelpText('after', explainHelp)
    .action(async (file: string, options: ExplainOptions) => end(await explainCommand(file, options)));

  program
    .command('cite')
    .description('a citation of certificates: plain text, BibTeX, CSL-JSON, or a theorem in LaTeX')
    .argument('<file...>', 'certificates')
    .option('--format <FORMAT>', 'text, bibtex, csl or latex (default: text)', once)
    .option('--table', 'a LaTeX table of all of them, with booktabs')
    .option(...json)
    .option(...quiet)
    .addHelpText('after', citeHelp)
    .action(async (files: string[], options: CiteOptions) => end(await citeCommand(files, options)));

  program
    .command('view')
    .description('one self-contained page with statement, pictures, proof, citation and a checker, for any browser')
    .argument('<file...>', 'certificates')
    .requiredOption('-o, --out <PAGE.html>', 'where to write the page', once)
    .option(...json)
    .option(...quiet)
    .addHelpText('after', viewHelp)
    .action(async (files: string[], options: ViewOptions) => end(await viewCommand(files, options)));

  program
    .command('scheme')
    .description('find few elements whose average is verified to be within ε, and print them')
    .option(...group)
    .option(...functions)
    .option(...epsilon)
    .option('--format <FORMAT>', 'json, csv or npy (default: json)', once)
    .option('--out <FILE>', 'where to write (default: standard output)', once)
    .option('--matrices', 'with --format json: add the matrices')
    .option('--minimize', 'search longer for fewer elements; Ctrl-C keeps what was found')
    .option(...jobs)
    .option(...seed)
    .option('--json', 'print one JSON document; with --out, about the files written')
    .option(...quiet)
    .addHelpText('after', schemeHelp)
    .action(async (options: SchemeOptions) => end(await schemeCommand(options)));

  program
    .command('search')
    .description('look for the smallest instance on which a claim is false, and certify it')
    .argument('<claim>', 'a statement about an instance, such as "threshold <= sharperBound"')
    .option('--groups <LIST>', 'where to look, such as transitive:1..7 or S3..S8,D3..D12@plane', once)
    .option('--functions <F>', 'the function class that F in the claim is (default: all)', once)
    .option('--degrees <A..B>', 'the degrees that k in the claim takes (default: 1..4)', once)
    .option('--epsilon <LIST>', 'the values that eps in the claim takes (default: 1/2,1/4)', once)
    .option('--shrink', 'look among the subgroups of a counterexample for smaller ones')
    .option('--all', 'go on after the first counterexample')
    .option('--jobs <N>', 'how many instances to examine at a time (default: 1)', once)
    .option('--shard <i/n>', 'examine every n-th instance only, from the i-th on', once)
    .option('--resume <FILE>', 'keep a journal there, and go on where it ends', once)
    .option('--out <DIR>', 'where to write certificates (default: the current directory)', once)
    .option('--minimize', 'search longer for fewer elements')
    .option(...seed)
    .option(...json)
    .option(...quiet)
    .addHelpText('after', searchHelp)
    // Loaded when it is needed: it brings the prover with it, which the other commands leave to their workers.
    .action(async (claim: string, options: SearchOptions) =>
      end(await (await import('./searchCommand.ts')).searchCommand(claim, options)),
    );

  program
    .command('coq')
    .description('the claims as theorems of Coq, proved in its kernel')
    .argument('<file>', 'a certificate')
    .option('-o, --out <FILE>', 'where to write (default: standard output)', once)
    .option(...json)
    .option(...quiet)
    .addHelpText('after', coqHelp)
    .action(async (file: string, options: CoqOptions) => end(await coqCommand(file, options)));

  return program;
};

/** `error: unknown option '--foo'\n(Did you mean --bar?)` as the rest of a line. */
const inOneLine = (message: string): string =>
  message
    .replace(/^error: /, '')
    .replaceAll(/\s+/g, ' ')
    .replace('(Did you mean', '(did you mean')
    .replace(/\.$/, '');

/** Runs the command line and returns how it ended. */
export const runCommandLine = async (argv: readonly string[]): Promise<ExitCode> => {
  let ended: ExitCode = exitCodes.accepted;
  const program = build((code) => {
    ended = code;
  });
  const names = program.commands.map((command) => command.name());
  const wrong = (message: string): ExitCode => stopWith({ exit: exitCodes.malformed, message });
  const there = `commands are ${names.join(', ')} (reynolds --help)`;
  const [first] = argv;
  if (first === undefined) return wrong(`no command given; ${there}`);
  if (!first.startsWith('-') && !names.includes(first))
    return wrong(`unknown command "${first}"${suggestion(first, names)}; ${there}`);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return ended;
  } catch (problem) {
    if (!(problem instanceof CommanderError)) throw problem;
    if (problem.exitCode === 0) return exitCodes.accepted;
    const command = names.includes(first) ? ` ${first}` : '';
    return wrong(`${inOneLine(problem.message)}; see reynolds${command} --help`);
  }
};
