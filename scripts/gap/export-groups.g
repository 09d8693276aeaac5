# Lists any groups of GAP for `reynolds search --groups list:FILE`: one notation a line. Set `groups` to a list of permutation groups (or
# groups that GAP can make permutation groups) and `path` before reading this file:
#
#   gap -q --nointeract -c 'groups := AllTransitiveGroups(NrMovedPoints, 8); path := "transitive8.txt";' scripts/gap/export-groups.g
SizeScreen([100000, 100000]);
out := OutputTextFile(path, false);
SetPrintFormattingStatus(out, false);
for g in groups do
  if not IsPermGroup(g) then g := Image(IsomorphismPermGroup(g)); fi;
  if Size(g) = 1 then AppendTo(out, "S1\n");
  else
    g := Action(g, MovedPoints(g));
    AppendTo(out, "perm:", JoinStringsWithSeparator(
      List(SmallGeneratingSet(g), x -> ReplacedString(String(x), " ", "")), ";"), "\n");
  fi;
od;
CloseStream(out);
QUIT;
