(** * Evidence free-orbit on polynomials (MATHEMATICS.md, 2.3; FORMAT.md, 5)  *)
(*                                                                            *)
(* A group G of permutations of the variables of {mpoly R[n]}, R a field.     *)
(*                                                                            *)
(*     invariant G p == msym s p = p for every s in G                         *)
(*     poly_average G w p == the sum over s in G of w s *: msym s p           *)
(*     factors_poly A == the product over the variables 'X_i of the sum of    *)
(*                       'X_i ^+ a over the exponents a in the set A i        *)
(* The evidence consists of the sets A i; one monomial is the case of sets    *)
(* with one element.                                                          *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From SsrMultinomials Require Import mpoly.
From Reynolds Require Import averaging.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory.
Local Open Scope ring_scope.

Section FreeOrbit.

Variables (n : nat) (R : fieldType) (G : {group 'S_n}).
Implicit Types (p f : {mpoly R[n]}) (w : 'S_n -> R) (m : 'X_{1..n}) (s : 'S_n).

Definition invariant p := {in G, forall s, msym s p = p}.

Definition poly_average w p := \sum_(s in G) w s *: msym s p.

Local Notation "m # s" := [multinom m (s i) | i < n]
  (at level 40, left associativity, format "m # s").

(* A monomial m of f that no translate of f but f itself contains.            *)
Theorem coefficient_free_orbit f m w :
    {in G, forall s, f@_(m#s) = (s == 1%g)%:R} ->
    averaging_scheme G w -> invariant (poly_average w f) ->
  {in G, forall s, w s = #|G|%:R^-1}.
Proof.
move=> f_m sch_w inv_f.
have coeff t : t \in G -> (poly_average w f)@_(m#t) = w t^-1%g.
  move=> Gt; rewrite raddf_sum (bigD1 t^-1%g) ?groupV //= big1 => [|s /andP[Gs ne_st]].
    by rewrite addr0 mcoeffZ mcoeff_sym -mpermM mulVg f_m // eqxx mulr1.
  rewrite mcoeffZ mcoeff_sym -mpermM f_m ?groupM //.
  by rewrite -eq_invg_mul -(inj_eq invg_inj) invgK (negPf ne_st) mulr0.
have w_c: {in G, forall s, w s = w 1%g}.
  move=> s Gs; rewrite -{1}[s]invgK -[in w 1%g]invg1 -!coeff ?groupV //.
  by rewrite -!mcoeff_sym !inv_f ?groupV.
by move=> s Gs; have [_ <- _] := constant_scheme sch_w w_c; apply: w_c.
Qed.

(* One monomial: it is enough that no s != 1 in G fixes it.                   *)
Corollary monomial_free_orbit m w :
    {in G, forall s, m#s = m -> s = 1%g} ->
    averaging_scheme G w -> invariant (poly_average w 'X_[m]) ->
  {in G, forall s, w s = #|G|%:R^-1}.
Proof.
move=> free_m; apply: (@coefficient_free_orbit _ m) => s Gs.
rewrite mcoeffX; congr (_ : bool)%:R; apply/eqP/eqP=> [/esym/free_m-> // | ->].
by rewrite mperm1.
Qed.

Section Factors.

Variables (b : nat) (A : 'I_n -> {set 'I_b}).

Definition factors_poly : {mpoly R[n]} := \prod_i \sum_(a in A i) 'X_i ^+ a.

Lemma factors_polyE :
  factors_poly = \sum_(a in family A) 'X_[[multinom a i : nat | i < n]].
Proof.
rewrite /factors_poly bigA_distr_big_dep; apply: eq_bigr => a _ /=.
by rewrite mpolyXE_id; apply: eq_bigr => i _; rewrite mnmE.
Qed.

Lemma mcoeff_factors_poly (a : {ffun 'I_n -> 'I_b}) :
  factors_poly@_[multinom a i : nat | i < n] = (a \in family A)%:R.
Proof.
have inj_a (c : {ffun 'I_n -> 'I_b}) :
    ([multinom c i : nat | i < n] == [multinom a i : nat | i < n]) = (c == a).
  apply/eqP/eqP=> [/mnmP eq_ca | -> //]; apply/ffunP=> i; apply: val_inj.
  by have := eq_ca i; rewrite !mnmE.
rewrite factors_polyE raddf_sum /=; have [Aa | notAa] := boolP (a \in family A).
  rewrite (bigD1 a) //= big1 ?addr0 => [|c /andP[_ ne_ca]].
    by rewrite mcoeffX eqxx.
  by rewrite mcoeffX inj_a (negPf ne_ca).
rewrite big1 // => c Ac; rewrite mcoeffX inj_a.
by case: eqP => // eq_ca; rewrite -eq_ca Ac in notAa.
Qed.

(* The conditions (a) and (b) of the certificate format.                      *)
Theorem factors_free_orbit w :
    (forall i, A i != set0) ->
    {in G, forall s i, (A (s i) == A i) || [disjoint A (s i) & A i]} ->
    {in G, forall s, (forall i, A (s i) = A i) -> s = 1%g} ->
    averaging_scheme G w -> invariant (poly_average w factors_poly) ->
  {in G, forall s, w s = #|G|%:R^-1}.
Proof.
move=> nzA disjA freeA.
pose a := [ffun i => xchoose (set0Pn _ (nzA i))].
have Aa i : a i \in A i by rewrite ffunE; apply: xchooseP.
apply: (@coefficient_free_orbit _ [multinom a i : nat | i < n]) => s Gs.
have -> : [multinom [multinom a i : nat | i < n] (s i) | i < n]
    = [multinom [ffun i => a (s i)] i : nat | i < n].
  by apply/mnmP=> i; rewrite !mnmE ffunE.
rewrite mcoeff_factors_poly; congr (_ : bool)%:R.
apply/familyP/eqP=> [As | -> i]; last by rewrite ffunE perm1 Aa.
apply: freeA => // i; have := disjA s Gs i; case: eqP => //= _ /disjointFr/(_ (Aa _)).
by have := As i; rewrite ffunE => ->.
Qed.

End Factors.

End FreeOrbit.
