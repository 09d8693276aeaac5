# Writes src/hunt/data/smallGroups.ts: all groups of order at most 31 up to isomorphism, from the library SmallGrp (H. U. Besche, B. Eick,
# E. O'Brien), which ships with GAP, each as a faithful permutation group of small degree. In the root of the repository:
#
#   gap -q --nointeract scripts/gap/small-groups.g
LoadPackage("smallgrp");
SizeScreen([100000, 100000]);

# Permutations of few points: the best of several descriptions that GAP finds.
permutations := function(g)
  local best, i, h;
  best := Image(IsomorphismPermGroup(g));
  for i in [1 .. 5] do
    h := Image(SmallerDegreePermutationRepresentation(Image(IsomorphismPermGroup(g))));
    if NrMovedPoints(h) < NrMovedPoints(best) then best := h; fi;
  od;
  return Action(best, MovedPoints(best));
end;

notation := function(g)
  local h;
  if Size(g) = 1 then return "S1"; fi;
  h := permutations(g);
  return Concatenation("perm:", JoinStringsWithSeparator(
    List(SmallGeneratingSet(h), x -> ReplacedString(String(x), " ", "")), ";"));
end;

path := "src/hunt/data/smallGroups.ts";
out := OutputTextFile(path, false);
SetPrintFormattingStatus(out, false);
PrintTo(out, "/**\n * The groups of order 1 to 31 up to isomorphism, as faithful permutation groups: order, number in the library, notation.\n",
  " * Written by `scripts/gap/small-groups.g` with GAP ", GAPInfo.Version, " and its library SmallGrp ",
  InstalledPackageVersion("smallgrp"), " (H. U. Besche, B. Eick, E. O'Brien).\n */\n",
  "export const smallGroups: readonly (readonly [order: number, number: number, notation: string])[] = [\n");
for n in [1 .. 31] do
  for k in [1 .. NrSmallGroups(n)] do
    AppendTo(out, "  [", n, ", ", k, ", '", notation(SmallGroup(n, k)), "'],\n");
  od;
od;
AppendTo(out, "];\n");
CloseStream(out);
QUIT;
