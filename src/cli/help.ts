/** The texts that `--help` adds to the lists of options. */

const groups = `Groups
  S5 A7 C12 D4 Z2^6 B3 Q8 M11 M12 M22 M23 M24 PSL(2,7) rubik    named families (D4 has 8 elements)
  T Th Td O Oh I Ih                                             symmetry groups of the regular solids
  S3xC4                                                         products
  'perm:(1,2,3)(4,5);(1,2)'  'perm:[-2,1]'                      explicit generators: cycles, or signed windows
  file:g.json                                                   {"generators": ["(1,2,3)", "(1,2)"]}, with "images" or
                                                                "matrices" for an action; matrices alone, over ℚ or ℚ(ζ_N)
  An action follows after @: C100@plane D4@plane D4@vertices B3@vertices Z2^6@signs S5@regular S5@sign Ih@space. Without
  it the action is the usual one: S_n, A_n, M_n, C_n and D_n permute points, B_n signs and permutes coordinates.`;

const functionClasses = `Functions
  linear      linear functions on the space that the group acts on
  poly:3      polynomials of degree at most 3 in its coordinates
  all         every function on the group
  pointwise:3 products of at most 3 functions on the points permuted, as functions on those points
  maps:linear→linear  maps:poly:2→linear   (or ->) maps to the space itself, made equivariant instead of invariant`;

const exits = `Exit codes
  0 accepted or written   1 rejected   2 malformed input   3 declined (beyond limits or not supported)   4 internal error`;

const minimising = `Searching
  Every search ends after a number of steps that does not depend on the machine. Without --minimize one for each ε: some
  seconds, up to a minute or two for groups like M22, S10 and C100000. With it four for each ε, some eight times as long,
  by as many workers as --jobs says; the result depends on --seed alone. Ctrl-C ends them:
  the best schemes so far are certified and written, and the exit code is 0; a second Ctrl-C stops at once. If there was
  nothing yet, or on the second Ctrl-C, the exit code is 130.`;

export const mainHelp = `
${groups}

${functionClasses}

${exits}

Examples
  reynolds certify separation --group S5 --functions poly:10 --epsilon 1/4
  reynolds check certificates/*-*.json
  reynolds explain S5-poly10-separation-*.json
  reynolds search "threshold <= sum(M) - count(M)"

"reynolds COMMAND --help" says more about a command.`;

export const certifyHelp = `
Topics
  exact        how many group elements exact averaging needs on the functions: exactly, or bounds from both sides
  threshold    the least degree of polynomials at which it needs every element (takes no --functions)
  approximate  how many are enough within ε, weakly and strongly
  lower        how many are needed at least; within ε if --epsilon is given
  separation   both, for the same functions, with a lower bound; without --functions, at the threshold's degree
  profile      the staircase: exact for every degree up to K of --functions poly:K; or, with --epsilon 1/2,1/4,1/10, sizes
               against ε. One certificate, a table, and a plot beside the certificate (.svg)

${groups}

${functionClasses}

Numbers are exact: --epsilon 1/10, not 0.1.

${minimising}

${exits}

Examples
  reynolds certify exact --group S5 --functions poly:9
  reynolds certify threshold --group S20
  reynolds certify approximate --group S20 --functions poly:2 --epsilon 1/10
  reynolds certify profile --group S5 --functions poly:10
  reynolds certify profile --group S6 --functions all --epsilon 1/2,1/4,1/10
  reynolds certify separation --group C100@plane --epsilon 1/10 --out certificates
  reynolds certify exact --group rubik --functions poly:171 --json`;

export const checkHelp = `
One line for each file: verdict, code, file, what is wrong. Malformed files are named on standard error.
With --json, an array of {file, id, verdict, code, statement}.
With --claim FILE, the certificates must also make the claims of that file, which may be a certificate or
{"group": …, "functions": …, "claims": [{"quantity": …, "relation": …, "value": …, "weights": …}]}.

${exits}
The exit code is the greatest over all files.

Examples
  reynolds check S5-poly10-separation-3f2a9c1e.json
  reynolds check --claim wanted.json --json proof.json`;

export const probeHelp = `
Draws random functions, group elements and points, and evaluates the definitions themselves. A claim that survives is
not proved by that: "reynolds check" decides. Exit 1 if a claim is falsified.

Example
  reynolds probe certificates/*-*.json --runs 1000 --seed 7`;

export const explainHelp = `
Prints Markdown, or with --format latex a document that pdflatex sets. Only accepted certificates are explained.

Examples
  reynolds explain S5-poly10-separation-3f2a9c1e.json
  reynolds explain --format latex S5-poly10-separation-3f2a9c1e.json > proof.tex`;

export const citeHelp = `
Only accepted certificates are cited: the checker runs first.

Formats
  text    a sentence with identity, version and the command that checks it again
  bibtex  an entry @misc, whose title is the statement
  csl     CSL-JSON, an array of items of type "software", which citation managers and pandoc render in any style
  latex   a theorem environment; the packages it needs are named in its first line
--table makes one table for LaTeX: a row for each quantity, class, ε and kind of weights.

${exits}

Examples
  reynolds cite S5-poly10-separation-3f2a9c1e.json
  reynolds cite --format bibtex certificates/S5-*.json > reynolds.bib
  reynolds cite --table certificates/*-*.json > table.tex`;

export const viewHelp = `
Writes one HTML file that needs nothing else: no server, no network. It can be mailed, archived, put beside a paper. The
checker is in it, and checks the certificates again in the browser, on the reader's machine.

Example
  reynolds view S5-poly10-separation-3f2a9c1e.json -o separation.html`;

export const schemeHelp = `
Formats
  json  {group, functions, epsilon, size, weights, elements: [{element, weight, image}]}; --matrices adds d×d matrices
  csv   columns element,weight,image
  npy   NumPy arrays of doubles: FILE.npy of shape (n, d, d), the matrices, and FILE-weights.npy of shape (n,)
"image" is one-line notation from 1, signed where signs change: coordinate i goes to coordinate |image[i]|, and the
matrix has that sign in row |image[i]|, column i. In the plane it permutes the corners of the polygon. Beyond 2000
coordinates it is left out; weights are "uniform" (a plain average) or "probability", exact fractions in either case.

${groups}

${functionClasses}

${minimising}

${exits}

Examples
  reynolds scheme --group S20 --functions poly:2 --epsilon 1/10 --format csv
  reynolds scheme --group C100@plane --functions poly:3 --epsilon 1/10 --format npy --out rotations.npy`;

export const searchHelp = `
Claims
  numbers     integers, 1/2, + - * / ^, min max floor ceil log2; order dim classes exponent sumDegrees (of the irreducibles)
              threshold paperBound sharperBound; k and eps, which the search tries (--degrees, --epsilon)
  multisets   M, the largest multiplicities M_λ of the eigenvalues: sum(M) count(M) min(M) max(M); M(1) or M_1 is M_λ for
              λ = 1, M(m) for primitive m-th roots of unity
  averaging   ACex(class), ACwk(class, eps), ACst(class, eps), ACsame(class, eps), the last with the same element on both
              sides; weights uniform or signed may follow (else probability). Classes are F (--functions), linear, all,
              poly(k), pointwise(k), maps(linear); a number k is poly(k); without a class F is meant: ACwk(1/2)
  statements  < <= = != >= >, divides(a, b), abelian simple faithful transitive, and or not, if … then …, implies

Where to look (--groups), in the order: permutations of points before signs, the plane and matrices; then by order of the
group, dimension, notation
  transitive:1..7          the transitive permutation groups of degree 1 to 7 (the default)
  order:1..31              all groups of order up to 31 as permutations of few points; order:1..31@regular
  S3..S8  C3..C12@plane  D3..D12@plane  Z2^1..Z2^5  B1..B4  PSL(2,5)..PSL(2,31)  S2..S3xC2..C4
  random:7:200             200 random subgroups of S7 (--seed)
  list:FILE                one group a line; scripts/gap/export-groups.g writes such files

An instance is true, false, undecided (the bounds found are too far apart) or not applicable (it has no such quantity). Only
what is false stops the search; it is written as a certificate, which "reynolds check" accepts and "reynolds explain" tells.
With --shrink, subgroups generated by random elements of a counterexample are tried as well, and the smallest one is reported: for
lists, such as random ones, that need not have the smallest.
With --resume FILE every instance examined is in the file before the next counts; after any interruption the same command goes
on, and the report is the same.

Exit codes
  0 the search came to its end, whatever it found   2 malformed input   3 declined   4 internal error   130 interrupted

Examples
  reynolds search "threshold <= sum(M) - count(M)"
  reynolds search "threshold <= sharperBound" --json
  reynolds search "ACex(k, uniform) <= ACex(k)" --degrees 1..3 --jobs 2
  reynolds search "ACwk(1/2) >= 2/3*log2(order)" --groups S3..S8 --resume log.journal`;

export const coqHelp = `
Writes a Coq file with one theorem for each claim, in the words of proofs/instances/claims.v, and its proof, which the
kernel evaluates. It needs the theories of proofs/ (make -C proofs) and nothing else:

  coqc -R proofs/theories Reynolds -R proofs/instances Reynolds.instances X.v

The theorem is the claim itself; it may be proved in another way than the evidence says, and the file names which.
Only accepted certificates are stated. Claims that are not (existence by probability, and what is too much for the
kernel) are named on standard error and in a comment; if none is left, the exit code is 3. "npm run proofs -- --certificates FILE…" compiles the files and compares Coq with the checker.

Example
  reynolds coq S5-poly10-separation-3f2a9c1e.json -o X.v`;
