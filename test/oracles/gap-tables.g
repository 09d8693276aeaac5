# Writes gap-tables.json: whole character tables, with representatives of the classes, of groups of permutations.
# Run in this folder:  gap -q --nointeract gap-tables.g      (GAP 4.12 with transgrp; see README.md)
#
# Irreducible characters come from GAP's own algorithm of Dixon and Schneider, from generators, without a library of tables.
SizeScreen([4096, 100]);
# Named groups are given by the generators of the notation. SL(2,3) (on itself) and Sz(8) (on its 65 points) are GAP's.
sl23 := Image(RegularActionHomomorphism(SL(2, 3)));
sz8 := SuzukiGroup(IsPermGroup, 8);
spelt := group -> Concatenation("perm:", JoinStringsWithSeparator(
  List(SmallGeneratingSet(group), g -> Filtered(String(g), c -> c <> ' ')), ";"));
groups := [
  ["M11", Group((1,2,3,4,5,6,7,8,9,10,11), (3,7,11,8)(4,10,5,6))],
  ["M12", Group((1,2,3,4,5,6,7,8,9,10,11), (3,7,11,8)(4,10,5,6), (1,12)(2,11)(3,6)(4,8)(5,9)(7,10))],
  # x -> x + 1 and x -> -1/x on the projective line: point x + 1 for x = 0 ... 30, and 32 for infinity.
  ["PSL(2,31)", Group(CycleFromList([1..31]), PermList(Concatenation([32], List([1..30], x -> (-1/x mod 31) + 1), [1])))],
  ["perm:(1,2,3,4,5,6,7,8,9,10);(1,2)", Group((1,2,3,4,5,6,7,8,9,10), (1,2))],
  # Z2 wr S6 on the points e_i (i) and -e_i (i + 6).
  ["B6", Group((1,7), (1,2,3,4,5,6)(7,8,9,10,11,12), (1,2)(7,8))],
  ["perm:(1,2,3,4)(5,6,7,8);(1,5,3,7)(2,8,4,6)", Group((1,2,3,4)(5,6,7,8), (1,5,3,7)(2,8,4,6))],
  ["D4", Group((1,2,3,4), (1,3))],
  [spelt(sl23), sl23],
  ["A5", Group((1,2,3,4,5), (1,2,3))],
  ["perm:(1,2,3,4,5,6,7);(1,2)(3,6)", Group((1,2,3,4,5,6,7), (1,2)(3,6))],
  ["M22", Group((1,2,3,4,5,6,7,8,9,10,11)(12,13,14,15,16,17,18,19,20,21,22),
    (1,4,5,9,3)(2,8,10,7,6)(12,15,16,20,14)(13,19,21,18,17),
    (1,21)(2,10,8,6)(3,13,4,17)(5,19,9,18)(11,22)(12,14,16,20))],
  ["perm:(1,2,3,4,5,6,7,8,9,10,11);(2,5,6,10,4)(3,9,11,8,7)", Group((1,2,3,4,5,6,7,8,9,10,11), (2,5,6,10,4)(3,9,11,8,7))],
  # Wreath products of cyclic groups: C4 wr C2 and C2 wr C4, of orders 32 and 64, and C3 wr C3, of order 81.
  ["perm:(1,2,3,4);(1,5)(2,6)(3,7)(4,8)", Group((1,2,3,4), (1,5)(2,6)(3,7)(4,8))],
  ["perm:(1,2);(1,3,5,7)(2,4,6,8)", Group((1,2), (1,3,5,7)(2,4,6,8))],
  ["perm:(1,2,3);(1,4,7)(2,5,8)(3,6,9)", Group((1,2,3), (1,4,7)(2,5,8)(3,6,9))],
  ["C3xA4", Group((1,2,3), (4,5,6), (4,5)(6,7))],
  ["C15", Group((1,2,3,4,5,6,7,8,9,10,11,12,13,14,15))],
  ["PSL(2,13)", Group(CycleFromList([1..13]), PermList(Concatenation([14], List([1..12], x -> (-1/x mod 13) + 1), [1])))],
  [spelt(sz8), Group(SmallGeneratingSet(sz8))]
];
list := xs -> Concatenation("[", JoinStringsWithSeparator(List(xs, String), ","), "]");
cycles := g -> Filtered(String(g), c -> c <> ' ');
# An integer as it is; c_1 E(n)^e_1 + c_2 E(n)^e_2 + ... as [n, e_1, c_1, e_2, c_2, ...].
value := function(x)
  local coefficients, at;
  if IsInt(x) then return String(x); fi;
  coefficients := CoeffsCyc(x, Conductor(x));
  at := Filtered([1..Length(coefficients)], i -> coefficients[i] <> 0);
  return list(Concatenation([Conductor(x)], Concatenation(List(at, i -> [i - 1, coefficients[i]]))));
end;
# The rows of a table, its values by their place (from 0) in a list.
rowsOf := function(rows, values)
  return JoinStringsWithSeparator(List(rows, row -> list(List(row, x -> Position(values, x) - 1))), ",\n      ");
end;
out := OutputTextFile("gap-tables.json", false);
SetPrintFormattingStatus(out, false);
AppendTo(out, "[\n");
for i in [1..Length(groups)] do
  group := groups[i][2];
  irreducibles := List(IrrDixonSchneider(group), ValuesOfClassFunction);
  values := Set(Flat(irreducibles));
  AppendTo(out, "  { \"group\": \"", groups[i][1], "\", \"order\": ", Size(group),
    ",\n    \"generators\": ", list(List(GeneratorsOfGroup(group), g -> Concatenation("\"", cycles(g), "\""))),
    ",\n    \"classes\": ", list(List(ConjugacyClasses(group), c -> Concatenation("\"", cycles(Representative(c)), "\""))),
    ",\n    \"sizes\": ", list(List(ConjugacyClasses(group), Size)),
    ",\n    \"values\": ", list(List(values, value)),
    ",\n    \"rows\": [", rowsOf(irreducibles, values), "] }");
  if i < Length(groups) then AppendTo(out, ","); fi;
  AppendTo(out, "\n");
od;
AppendTo(out, "]\n");
CloseStream(out);
QUIT;
