# Writes gap-degrees.json: class sizes, character degrees and conductor of the character table of some groups.
# Run in this folder:  gap -q --nointeract gap-degrees.g      (GAP 4.12 with ctbllib; see README.md)
SizeScreen([4096, 100]);
psl := p -> PSL(2, p);
hyper := n -> WreathProduct(Group((1,2)), SymmetricGroup(n));
groups := [
  ["S1", SymmetricGroup(1)], ["S2", SymmetricGroup(2)], ["S3", SymmetricGroup(3)], ["S4", SymmetricGroup(4)],
  ["S5", SymmetricGroup(5)], ["S6", SymmetricGroup(6)], ["S7", SymmetricGroup(7)], ["S8", SymmetricGroup(8)],
  ["A3", AlternatingGroup(3)], ["A4", AlternatingGroup(4)], ["A5", AlternatingGroup(5)], ["A6", AlternatingGroup(6)],
  ["A7", AlternatingGroup(7)], ["A8", AlternatingGroup(8)],
  ["C1", CyclicGroup(IsPermGroup, 1)], ["C12", CyclicGroup(IsPermGroup, 12)], ["C30", CyclicGroup(IsPermGroup, 30)],
  ["D3", DihedralGroup(IsPermGroup, 6)], ["D4", DihedralGroup(IsPermGroup, 8)], ["D5", DihedralGroup(IsPermGroup, 10)],
  ["D12", DihedralGroup(IsPermGroup, 24)], ["D45", DihedralGroup(IsPermGroup, 90)],
  ["Z2^1", ElementaryAbelianGroup(2)], ["Z2^4", ElementaryAbelianGroup(16)],
  ["B1", hyper(1)], ["B2", hyper(2)], ["B3", hyper(3)], ["B4", hyper(4)], ["B5", hyper(5)],
  ["Q8", QuaternionGroup(8)],
  ["PSL(2,2)", psl(2)], ["PSL(2,3)", psl(3)], ["PSL(2,5)", psl(5)], ["PSL(2,7)", psl(7)], ["PSL(2,11)", psl(11)],
  ["PSL(2,13)", psl(13)], ["PSL(2,31)", psl(31)],
  ["M11", MathieuGroup(11)], ["M12", MathieuGroup(12)], ["M22", MathieuGroup(22)],
  ["S3xC4", DirectProduct(SymmetricGroup(3), CyclicGroup(4))],
  ["A5xZ2^2", DirectProduct(AlternatingGroup(5), ElementaryAbelianGroup(4))],
  ["Q8xS3", DirectProduct(QuaternionGroup(8), SymmetricGroup(3))],
  # The Frobenius groups 7:3 and 11:5, PSL(3,2) on the points of the Fano plane, and the semidihedral group of order 16.
  ["perm:(1,2,3,4,5,6,7);(2,3,5)(4,7,6)", Group((1,2,3,4,5,6,7), (2,3,5)(4,7,6))],
  ["perm:(1,2,3,4,5,6,7,8,9,10,11);(2,5,6,10,4)(3,9,11,8,7)", Group((1,2,3,4,5,6,7,8,9,10,11), (2,5,6,10,4)(3,9,11,8,7))],
  ["perm:(1,2,3,4,5,6,7);(1,2)(3,6)", Group((1,2,3,4,5,6,7), (1,2)(3,6))],
  ["perm:(1,2,3,4,5,6,7,8);(2,4)(3,7)(6,8)", Group((1,2,3,4,5,6,7,8), (2,4)(3,7)(6,8))]
];
list := xs -> Concatenation("[", JoinStringsWithSeparator(List(xs, String), ","), "]");
PrintTo("gap-degrees.json", "[\n");
for i in [1..Length(groups)] do
  table := CharacterTable(groups[i][2]);
  classes := ShallowCopy(SizesConjugacyClasses(table)); Sort(classes);
  degrees := ShallowCopy(CharacterDegrees(groups[i][2]));
  degrees := Concatenation(List(degrees, pair -> List([1..pair[2]], j -> pair[1])));
  AppendTo("gap-degrees.json", "  { \"group\": \"", groups[i][1], "\", \"order\": ", Size(groups[i][2]),
    ", \"conductor\": ", Conductor(Flat(List(Irr(table), ValuesOfClassFunction))),
    ",\n    \"classSizes\": ", list(classes), ",\n    \"degrees\": ", list(degrees), " }");
  if i < Length(groups) then AppendTo("gap-degrees.json", ","); fi;
  AppendTo("gap-degrees.json", "\n");
od;
AppendTo("gap-degrees.json", "]\n");
QUIT;
