# Writes src/hunt/data/transitiveGroups.ts: the transitive permutation groups of degree 2 to 7, up to conjugacy in S_n, from the library
# TransGrp (A. Hulpke), which ships with GAP. In the root of the repository:
#
#   gap -q --nointeract scripts/gap/transitive-groups.g
#
# Symmetric, alternating, cyclic and dihedral groups in their natural action get the notation of this software; the others keep the
# generators that GAP finds. Degree 1, which the library leaves out, is S1.
LoadPackage("transgrp");
SizeScreen([100000, 100000]);

notation := function(n, g)
  local natural;
  natural := SymmetricGroup(n);
  if Size(g) = Factorial(n) then return Concatenation("S", String(n)); fi;
  if n > 3 and Size(g) = Factorial(n) / 2 then return Concatenation("A", String(n)); fi;
  if Size(g) = n and IsCyclic(g) then return Concatenation("C", String(n)); fi;
  if Size(g) = 2 * n and IsConjugate(natural, g, DihedralGroup(IsPermGroup, 2 * n)) then
    return Concatenation("D", String(n));
  fi;
  return Concatenation("perm:", JoinStringsWithSeparator(
    List(SmallGeneratingSet(g), x -> ReplacedString(String(x), " ", "")), ";"));
end;

path := "src/hunt/data/transitiveGroups.ts";
out := OutputTextFile(path, false);
SetPrintFormattingStatus(out, false);
PrintTo(out, "/**\n * The transitive permutation groups of degree 1 to 7, one of each conjugacy class in S_n: degree, number in the library, order, notation.\n",
  " * Written by `scripts/gap/transitive-groups.g` with GAP ", GAPInfo.Version, " and its library TransGrp ",
  InstalledPackageVersion("transgrp"), " (A. Hulpke); degree 1 is added.\n */\n",
  "export const transitiveGroups: readonly (readonly [degree: number, number: number, order: number, notation: string])[] = [\n",
  "  [1, 1, 1, 'S1'],\n");
for n in [2 .. 7] do
  for k in [1 .. NrTransitiveGroups(n)] do
    g := TransitiveGroup(n, k);
    AppendTo(out, "  [", n, ", ", k, ", ", Size(g), ", '", notation(n, g), "'],\n");
  od;
od;
AppendTo(out, "];\n");
CloseStream(out);
QUIT;
