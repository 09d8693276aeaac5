# Prints the threshold of S_20 on polynomials: the greatest degree in which an irreducible character first occurs in the
# symmetric powers of the permutation character, from the character table library.
#
# This is the quickest of the ways we tried: MolienSeries takes several times as long for the sign character alone. GAP is
# told that no irreducible is later than degree d(d-1)/2, which it could not know without a proof.
LoadPackage( "ctbllib" : OnlyNeeded );;

LastFirstOccurrence := function( d )
    local table, bound, coefficients, sizes, types, powers, missing, k, psi;
    table := CharacterTable( "Symmetric", d );
    bound := d * ( d - 1 ) / 2;
    # The coefficients of 1/det(1 - tg) up to t^bound, for g of the given cycle lengths.
    coefficients := function( cycles )
        local series, length, j;
        series := 0 * [ 0 .. bound ];
        series[1] := 1;
        for length in cycles do
            for j in [ length + 1 .. bound + 1 ] do
                series[j] := series[j] + series[j - length];
            od;
        od;
        return series;
    end;
    sizes := SizesConjugacyClasses( table );
    types := List( ClassParameters( table ), parameter -> parameter[2] );
    powers := TransposedMat( List( [ 1 .. Length( sizes ) ], c -> sizes[c] * coefficients( types[c] ) ) );
    # The characters are rational: no conjugation is needed.
    missing := List( Irr( table ), ValuesOfClassFunction );
    k := -1;
    while not IsEmpty( missing ) do
        k := k + 1;
        psi := powers[k + 1];
        missing := Filtered( missing, chi -> chi * psi = 0 );
    od;
    return k;
end;

Print( LastFirstOccurrence( 20 ), "\n" );
QUIT;
