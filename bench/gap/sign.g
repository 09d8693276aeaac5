# Prints the degree in which the sign character of S_20 first occurs in the symmetric powers of the permutation character.
# An easier question than the threshold: that no irreducible occurs later is taken for granted.
LoadPackage( "ctbllib" : OnlyNeeded );;

FirstOccurrenceOfSign := function( d )
    local table, bound, series, sizes, types, c, length, j, sign, total;
    table := CharacterTable( "Symmetric", d );
    Irr( table );
    bound := d * ( d - 1 ) / 2;
    sizes := SizesConjugacyClasses( table );
    types := List( ClassParameters( table ), parameter -> parameter[2] );
    total := 0 * [ 0 .. bound ];
    for c in [ 1 .. Length( sizes ) ] do
        series := 0 * [ 0 .. bound ];
        series[1] := 1;
        for length in types[c] do
            for j in [ length + 1 .. bound + 1 ] do
                series[j] := series[j] + series[j - length];
            od;
        od;
        sign := ( -1 )^( d - Length( types[c] ) );
        total := total + sign * sizes[c] * series;
    od;
    return PositionNonZero( total ) - 1;
end;

Print( FirstOccurrenceOfSign( 20 ), "\n" );
QUIT;
