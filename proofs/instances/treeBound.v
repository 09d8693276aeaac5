(** * Evidence tree of degree at most 2, computed (MATHEMATICS.md, 3.5)       *)
(*                                                                            *)
(* n elements s_i within eps, E = n^2 eps, X counts the quotients s_i s_j^-1. *)
(* Walks of length 4 that do not turn back are counted by                     *)
(* p_2 = x^2 - (3n - 2) x + n^2 - n, and f = 1 + f_1 (x - n) + f_2 p_2 is     *)
(* convex, so f <= 0 on [0, E] if f(0) <= 0 and f(E) <= 0. No eigenvalues are *)
(* needed: X and its square are compared with E at vectors whose translates   *)
(* are orthogonal.                                                            *)
(*                                                                            *)
(*      excluded o p q n t == t = (D, F_1, F_2), and f with f_i = F_i / D     *)
(*                    shows that n elements are not within p / q in groups of *)
(*                    at least o elements                                     *)
(*   tree_sizes o p q n ts == the members of ts exclude n, n + 1, ...         *)

From Coq Require Import ZArith Ring.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness nearness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** Identities of commutative rings *)

Section Identities.

Variables (T : Type) (o i : T) (add mul sub : T -> T -> T) (opp : T -> T).
Hypothesis ring_T : ring_theory o i add mul sub opp eq.
Add Ring ring_T : ring_T.
Declare Scope identity_scope.
Local Notation "1" := i : identity_scope.
Local Notation "x + y" := (add x y) : identity_scope.
Local Notation "x * y" := (mul x y) : identity_scope.
Local Notation "x - y" := (add x (opp y)) : identity_scope.
Local Open Scope identity_scope.

Lemma walks_identity n P Q :
  Q - n * P - (n * P - P) - (n * P - n * (n * 1) - (P - n * 1))
  = Q - (n + n + n - 1 - 1) * P + n * n - n.
Proof. ring. Qed.

Lemma diagonal_identity D F1 F2 n x y :
  D + F1 * (x - n) + F2 * (y - (n + n + n - 1 - 1) * x + n * n - n)
  = (D - F1 * n + F2 * (n * n - n)) + (F1 - (n + n + n - 1 - 1) * F2) * x + F2 * y.
Proof. ring. Qed.

Lemma trace_identity c0 c1 c2 g x y s :
  g * (c0 + c1 * x + c2 * y)
  = c0 + c1 * s + c2 * (s * s) + (c0 * (g - 1) + c1 * (g * x - s) + c2 * (g * y - s * s)).
Proof. ring. Qed.

Lemma convex_identity c0 c1 c2 e q a b :
  e * (q * (c0 * a + c1 * b) + c2 * (e * b))
  = q * (c0 * (e * a - q * b)) + b * (c0 * (q * q) + c1 * (e * q) + c2 * (e * e)).
Proof. ring. Qed.

Lemma factor_identity q c0 c1 c2 a b d :
  q * (c0 * a + c1 * b + c2 * d) = q * (c0 * a + c1 * b) + c2 * (q * d).
Proof. ring. Qed.

Lemma clear_identity n ni g gi x :
  n * n * g * (ni * ni * x - gi) = (n * ni) * (n * ni) * (g * x) - n * n * (g * gi).
Proof. ring. Qed.

Lemma clear4_identity n ni g gi x :
  n * n * (n * n) * g * (ni * ni * (ni * ni) * x - gi)
  = (n * ni) * (n * ni) * ((n * ni) * (n * ni)) * (g * x) - n * n * (n * n) * (g * gi).
Proof. ring. Qed.

Lemma clear1_identity eps n g gi :
  n * n * g * (eps * (1 - gi)) = n * n * eps * (g - g * gi).
Proof. ring. Qed.

Lemma clear2_identity eps n g y : n * n * (n * n) * g * (eps * y) = n * n * eps * (n * n * g * y).
Proof. ring. Qed.

Lemma square_identity eps d v :
  eps * d - (eps * d + eps * d) + eps * (eps * v) = eps * (eps * v) - eps * d.
Proof. ring. Qed.

End Identities.

Lemma ring_of (R : realFieldType) :
  @ring_theory R 0 1 +%R *%R (fun x y => x - y) (@GRing.opp _) eq.
Proof.
by split=> //=; [exact: add0r | exact: addrC | exact: addrA | exact: mul1r | exact: mulrC
  | exact: mulrA | exact: mulrDl | exact: subrr].
Qed.

(** ** Walks *)

Section Walks.

Variables (R : realFieldType) (gT : finGroupType) (n : nat) (s : 'I_n -> gT).

Let e i j : R := (s i == s j)%:R.
Let S i j k l : R := (s i * (s j)^-1 == s k * (s l)^-1)%g%:R.

Definition pairs : R := \sum_i \sum_j e i j.
Definition quadruples : R := \sum_i \sum_j \sum_k \sum_l S i j k l.

Lemma sum_ne (F : 'I_n -> R) k : \sum_(l | l != k) F l = \sum_l F l - F k.
Proof. by rewrite [\sum_l F l](bigD1 k) //= addrC addKr. Qed.

Lemma pairs_ge : n%:R <= pairs.
Proof.
rewrite -[X in X%:R]card_ord -sumr_const; apply: ler_sum => i _.
rewrite (bigD1 i) //= /e eqxx ler_addl; apply: sumr_ge0 => j _; exact: ler0n.
Qed.

(* The walks with i != j, j != l and l != k.                                  *)
Lemma walks_ge0 :
  0 <= quadruples - (n%:R + n%:R + n%:R - 1 - 1) * pairs + n%:R * n%:R - n%:R.
Proof.
have Sij i k l : S i i k l = e k l by rewrite /S /e mulgV eq_sym -eq_mulgV1.
have Sjl i j k : S i j k j = e i k by rewrite /S /e (inj_eq (mulIg _)).
have Slk i j k : S i j k k = e i j by rewrite /S /e mulgV -eq_mulgV1.
have eii i : e i i = 1 by rewrite /e eqxx.
have sum_n (x : R) : \sum_(l < n) x = n%:R * x by rewrite sumr_const card_ord mulr_natl.
have : 0 <= \sum_i \sum_(j | j != i) \sum_(l | l != j) \sum_(k | k != l) S i j k l.
  by do 4!(apply: sumr_ge0 => ? _); apply: ler0n.
have inner i j : \sum_(l | l != j) \sum_(k | k != l) S i j k l
    = \sum_k \sum_l S i j k l - n%:R * e i j - (\sum_k e i k - e i j).
  under eq_bigr do rewrite sum_ne Slk.
  rewrite sum_ne sumrB sum_n exchange_big /=; congr (_ - _ - (_ - _)).
  by apply: eq_bigr => k _; rewrite Sjl.
have outer i : \sum_(j | j != i) \sum_(l | l != j) \sum_(k | k != l) S i j k l
    = \sum_j \sum_k \sum_l S i j k l - n%:R * (\sum_j e i j)
      - (n%:R * (\sum_j e i j) - \sum_j e i j)
      - (pairs - n%:R * 1 - (\sum_j e i j - 1)).
  rewrite (eq_bigr _ (fun j _ => inner i j)) sum_ne !sumrB -mulr_sumr sum_n eii.
  have -> : \sum_k \sum_l S i i k l = pairs.
    by apply: eq_bigr => k _; apply: eq_bigr => l _; rewrite Sij.
  by [].
rewrite (eq_bigr _ (fun i _ => outer i)) !sumrB !sum_n -!mulr_sumr.
rewrite -[\sum_i \sum_j e i j]/pairs -[\sum_i \sum_j \sum_k _]/quadruples.
by rewrite (walks_identity (ring_of R)).
Qed.

End Walks.

(** ** Schemes of few elements *)

Section Translates.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Local Notation V := (space F).
Local Notation P := (@fixed_average R gT G F).

Variable us : seq V.
Let fs := map (fun u => (u, u)) us.
Let c := pairing dot fs 1%g.
Hypothesis Fus : {in us, forall u, member u}.
Hypothesis fs0 : {in G, forall g, g != 1%g -> pairing dot fs g = 0}.
Hypothesis fs1 : c != 0.

Lemma pairing_gt0 : 0 < c.
Proof.
rewrite lt_def fs1 /c /pairing big_map; apply: sumr_ge0 => u _.
by rewrite (act1v EF) (dot_ge0 EF).
Qed.

Lemma translates_dot g h : g \in G -> h \in G ->
  \sum_(u <- us) dot (act g u) (act h u) = c * (g == h)%:R.
Proof.
move=> Gg Gh; have GhV : h^-1%g \in G by rewrite groupV.
transitivity (pairing dot fs (g * h^-1)%g).
  rewrite /pairing big_map; apply: eq_bigr => u _ /=.
  by rewrite (dotC EF) (dot_actV EF) // (actMv EF) // (dotC EF).
have [->|ne_gh] := eqVneq g h; first by rewrite mulgV mulr1.
by rewrite fs0 ?mulr0 ?groupM // -eq_mulgV1.
Qed.

Lemma translates_square (I : finType) (Q : pred I) (y : I -> gT) (a : R) :
    (forall i, Q i -> y i \in G) ->
  \sum_(u <- us) square (\sum_(i | Q i) a *: act (y i) u : V)
  = c * (a * a * \sum_(i | Q i) \sum_(j | Q j) (y i == y j)%:R).
Proof.
move=> Gy; under eq_bigr do rewrite (dot_square EF) (dot_suml EF).
rewrite exchange_big /= -mulrA !mulr_sumr; apply: eq_bigr => i Qi.
under eq_bigr do rewrite (dot_sumr EF) mulr_sumr.
rewrite exchange_big /= !mulr_sumr; apply: eq_bigr => j Qj.
rewrite -!mulr_sumr translates_dot ?Gy //.
by rewrite [a * (c * _)]mulrCA [a * (c * _)]mulrCA.
Qed.

Lemma translates_fixed : \sum_(u <- us) square (P u) = c * #|G|%:R^-1.
Proof.
under eq_bigr do rewrite fixed_averageE.
rewrite (@translates_square _ (mem G) id) //; congr (_ * _).
rewrite (eq_bigr (fun=> 1)) => [|g Gg].
  by rewrite sumr_const -mulrA mulVf ?mulr1 // orderR_neq0.
rewrite (bigD1 g) //= eqxx big1 ?addr0 // => h /andP[_ ne_hg].
by rewrite eq_sym (negPf ne_hg).
Qed.

Lemma translates_self : \sum_(u <- us) square u = c.
Proof.
rewrite /c /pairing big_map; apply: eq_bigr => u _.
by rewrite (act1v EF) (dot_square EF).
Qed.

Section Scheme.

Definition counted (t : seq gT) (g : gT) : R := (count_mem g t)%:R / (size t)%:R.

Lemma counted_average t f : {subset t <= G} ->
  average G (counted t) f = \sum_(i < size t) (size t)%:R^-1 *: act (nth 1%g t i) f :> V.
Proof.
move=> sG; rewrite -(big_mkord xpredT (fun i => (size t)%:R^-1 *: act (nth 1%g t i) f)).
rewrite -(big_nth 1%g xpredT (fun a => (size t)%:R^-1 *: act a f)) /average.
transitivity (\sum_(g in G) \sum_(a <- t) (if a == g then (size t)%:R^-1 else 0) *: (act g f : V)).
  apply: eq_bigr => g _; rewrite /counted -sum1_count natr_sum mulr_suml scaler_suml.
  by rewrite big_mkcond; apply: eq_bigr => a _ /=; case: eqP; rewrite ?mul1r ?scale0r.
rewrite exchange_big !big_seq; apply: eq_bigr => a /sG Ga.
rewrite (bigD1 a) //= eqxx big1 ?addr0 // => g /andP[_ ne_g].
by rewrite eq_sym (negPf ne_g) scale0r.
Qed.

Lemma counted_sum t : {subset t <= G} -> (0 < size t)%N -> \sum_(g in G) counted t g = 1.
Proof.
move=> sG t_gt0; have sch : scheme (R := R) G uniform (counted t) (size t) by exists t; split.
by have [] := scheme_support sch.
Qed.

Variables (s : seq gT) (eps : R).
Hypothesis sG : {subset s <= G}.
Hypothesis s_gt0 : (0 < size s)%N.
Hypothesis eps_gt0 : 0 < eps.
Hypothesis wk : weak G F eps (counted s).

Let n := size s.
Let x (i : 'I_n) := nth 1%g s i.
Let sV := map (fun g : gT => g^-1%g) s.
Local Notation E := (@average R gT G F (counted s)).
Local Notation D := (@average R gT G F (counted sV)).

Let Gx i : x i \in G. Proof. by apply/sG/mem_nth. Qed.
Let sVG : {subset sV <= G}.
Proof. by move=> _ /mapP[g /sG Gg ->]; rewrite groupV. Qed.
Let sum_s : \sum_(g in G) counted s g = 1. Proof. exact: counted_sum. Qed.
Let sum_sV : \sum_(g in G) counted sV g = 1.
Proof. by apply: counted_sum => //; rewrite size_map. Qed.

Let EE f : E f = \sum_(i < n) n%:R^-1 *: act (x i) f. Proof. exact: counted_average. Qed.
Let DE f : D f = \sum_(i < n) n%:R^-1 *: act (x i)^-1%g f.
Proof.
rewrite counted_average // size_map; apply: eq_bigr => i _.
by rewrite (nth_map 1%g).
Qed.

Lemma dot_adjoint u v : dot (E u) v = dot u (D v).
Proof.
rewrite EE DE (dot_suml EF) (dot_sumr EF); apply: eq_bigr => i _.
by rewrite (dot_actV EF).
Qed.

Lemma adjoint_small v : member v -> P v = 0 -> square (D v) <= eps * square v.
Proof.
move=> Fv Pv0; have FD : member (D v) by apply: (member_average EF).
have := (weakP EF eps sum_s).1 wk _ FD.
rewrite (fixed_scheme EF) sum_sV scale1r Pv0 (square0 EF) !subr0 => le_E.
have := dot_ge0 EF (E (D v) - eps *: v); rewrite -(dot_square EF) (squareB EF).
have dotZ u a y : dot u (a *: y) = a * dot u y.
  have lin_u := dot_linear EF u.
  by rewrite -[dot u]/(Linear lin_u : V -> R^o) linearZ.
have -> : square (eps *: v) = eps * (eps * square v).
  by rewrite !(dot_square EF) dotZ (dotC EF _ v) dotZ.
have -> : dot (E (D v)) (eps *: v) = eps * square (D v) by rewrite dotZ dot_adjoint (dot_square EF).
move=> ge0.
rewrite -(ler_pmul2l eps_gt0) -subr_ge0 -(square_identity (ring_of R)).
by apply: le_trans ge0 _; rewrite -mulr2n ler_add2r ler_add2r.
Qed.

Lemma double_small u : member u ->
  square (D (E u)) - square (P u) <= eps * (square (E u) - square (P u)).
Proof.
move=> Fu; have PE : P (E u) = P u by rewrite (fixed_scheme EF) sum_s scale1r.
have Fv : member (E u - P u).
  by apply: (member_sub EF); [apply: (member_average EF) | apply: (member_fixed EF)].
have Pv0 : P (E u - P u) = 0 by rewrite (fixed_sub EF) PE (fixed_id EF) subrr.
have := adjoint_small Fv Pv0.
rewrite (average_sub EF) (scheme_fixed EF) // -{1}PE.
have PDE : P (D (E u)) = P u by rewrite (fixed_scheme EF) sum_sV scale1r.
by rewrite PE -{1}PDE -{1}PE !(square_sub_fixed EF) PDE PE.
Qed.

Lemma translates_once : \sum_(u <- us) square (E u) = c * (n%:R^-1 * n%:R^-1 * pairs R x).
Proof.
under eq_bigr do rewrite EE; exact: (@translates_square _ xpredT x).
Qed.

Lemma translates_twice :
  \sum_(u <- us) square (D (E u))
  = c * (n%:R^-1 * n%:R^-1 * (n%:R^-1 * n%:R^-1) * quadruples R x).
Proof.
pose y (p : 'I_n * 'I_n) := (x p.1 * (x p.2)^-1)%g.
have -> : quadruples R x = \sum_p \sum_r (y p == y r)%:R.
  rewrite /quadruples pair_big /=; apply: eq_bigr => p _.
  by rewrite pair_big.
rewrite -(@translates_square _ xpredT y) => [|p _]; last by rewrite groupM ?groupV.
apply: eq_bigr => u _; congr (square _); rewrite DE.
rewrite -(pair_bigA _ (fun i j => (n%:R^-1 * n%:R^-1) *: (act (x i * (x j)^-1)%g u : V))) /=.
rewrite exchange_big; apply: eq_bigr => j _; rewrite EE (act_sum EF) scaler_sumr.
by apply: eq_bigr => i _; rewrite scalerA (actMv EF) // groupV.
Qed.

Let nR : n%:R * n%:R^-1 = 1 :> R. Proof. by rewrite mulfV // pnatr_eq0 -lt0n. Qed.
Let gR : #|G|%:R * #|G|%:R^-1 = 1 :> R. Proof. by rewrite mulfV // orderR_neq0. Qed.
Let n2_gt0 : 0 < n%:R * n%:R :> R. Proof. by rewrite mulr_gt0 ?ltr0n. Qed.

Lemma translates_le (f h : V -> R) a b :
    {in us, forall u, f u <= h u} -> \sum_(u <- us) f u = c * a -> \sum_(u <- us) h u = c * b ->
  a <= b.
Proof.
move=> le_fh sum_f sum_h; rewrite -(ler_pmul2l pairing_gt0) -sum_f -sum_h !big_seq.
exact: ler_sum.
Qed.

Lemma pairs_small :
  #|G|%:R * pairs R x - n%:R * n%:R <= n%:R * n%:R * eps * (#|G|%:R - 1).
Proof.
have : n%:R^-1 * n%:R^-1 * pairs R x - #|G|%:R^-1 <= eps * (1 - #|G|%:R^-1).
  apply: (@translates_le (fun u => square (E u) - square (P u))
    (fun u => eps * (square u - square (P u)))).
  - by move=> u /Fus; apply: (weakP EF eps sum_s).1.
  - by rewrite sumrB translates_once translates_fixed -mulrBr.
  by rewrite -mulr_sumr sumrB translates_self translates_fixed -{1}[c]mulr1 -mulrBr mulrCA.
rewrite -(ler_pmul2l (mulr_gt0 n2_gt0 (orderR_gt0 R G))).
rewrite (clear_identity (ring_of R)) (clear1_identity (ring_of R)).
by rewrite nR gR !mulr1 mul1r.
Qed.

Lemma pairs_large : 0 <= #|G|%:R * pairs R x - n%:R * n%:R.
Proof.
have : 0 <= n%:R^-1 * n%:R^-1 * pairs R x - #|G|%:R^-1.
  apply: (@translates_le (fun=> 0) (fun u => square (E u) - square (P u))).
  - move=> u _; have PE : P (E u) = P u by rewrite (fixed_scheme EF) sum_s scale1r.
    by rewrite -PE -(square_sub_fixed EF) (dot_square EF) (dot_ge0 EF).
  - by rewrite big1 ?mulr0.
  by rewrite sumrB translates_once translates_fixed -mulrBr.
rewrite -(ler_pmul2l (mulr_gt0 n2_gt0 (orderR_gt0 R G))) mulr0.
by rewrite (clear_identity (ring_of R)) nR gR !mulr1 mul1r.
Qed.

Lemma quadruples_small :
  #|G|%:R * quadruples R x - n%:R * n%:R * (n%:R * n%:R)
  <= n%:R * n%:R * eps * (#|G|%:R * pairs R x - n%:R * n%:R).
Proof.
have : n%:R^-1 * n%:R^-1 * (n%:R^-1 * n%:R^-1) * quadruples R x - #|G|%:R^-1
    <= eps * (n%:R^-1 * n%:R^-1 * pairs R x - #|G|%:R^-1).
  apply: (@translates_le (fun u => square (D (E u)) - square (P u))
    (fun u => eps * (square (E u) - square (P u)))).
  - by move=> u /Fus; apply: double_small.
  - by rewrite sumrB translates_twice translates_fixed -mulrBr.
  by rewrite -mulr_sumr sumrB translates_once translates_fixed -mulrBr mulrCA.
rewrite -(ler_pmul2l (mulr_gt0 (mulr_gt0 n2_gt0 n2_gt0) (orderR_gt0 R G))).
rewrite (clear4_identity (ring_of R)) (clear2_identity (ring_of R)).
rewrite (clear_identity (ring_of R)).
by rewrite nR gR !mulr1 !mul1r.
Qed.

End Scheme.
End Translates.

(** ** Arithmetic *)

Section Arithmetic.

Variable R : realFieldType.

Lemma tree_arithmetic (D f1 f2 n g x y e q : R)
    (c0 := D - f1 * n + f2 * (n * n - n)) (c1 := f1 - (n + n + n - 1 - 1) * f2) :
    0 <= D -> 0 <= f1 -> 0 <= f2 -> 1 <= g -> 0 < e -> 0 < q -> n <= x ->
    0 <= y - (n + n + n - 1 - 1) * x + n * n - n ->
    0 <= g * x - n * n -> q * (g * x - n * n) <= e * (g - 1) ->
    q * (g * y - n * n * (n * n)) <= e * (g * x - n * n) ->
    c0 <= 0 -> c0 * (q * q) + c1 * (e * q) + f2 * (e * e) <= 0 ->
  g * D <= c0 + c1 * (n * n) + f2 * (n * n * (n * n)).
Proof.
move=> D_ge0 f1_ge0 f2_ge0 g_ge1 e_gt0 q_gt0 n_x walks a1_ge0 a1_a0 a2_a1 c0_le0 fE_le0.
have g_ge0 : 0 <= g by apply: le_trans g_ge1; apply: ler01.
apply: le_trans (_ : g * (c0 + c1 * x + f2 * y) <= _).
  rewrite ler_wpmul2l // /c0 /c1 -(diagonal_identity (ring_of R)).
  by rewrite -addrA ler_addl addr_ge0 // mulr_ge0 // subr_ge0.
rewrite (trace_identity (ring_of R) _ _ _ _ _ _ (n * n)) ger_addl.
rewrite -(pmulr_rle0 _ q_gt0) (factor_identity (ring_of R)) -(pmulr_rle0 _ e_gt0).
apply: le_trans (_ : e * (q * (c0 * (g - 1) + c1 * (g * x - n * n))
  + f2 * (e * (g * x - n * n))) <= _).
  by rewrite ler_pmul2l // ler_add2l ler_wpmul2l.
rewrite (convex_identity (ring_of R)) -[0]addr0; apply: ler_add; last exact: mulr_ge0_le0.
by rewrite pmulr_rle0 // mulr_le0_ge0 // subr_ge0.
Qed.

End Arithmetic.

(** ** Computation *)

Definition excluded (o : nat) (p q : Z) (n : nat) (t : Z * Z * Z) : bool :=
  let D := t.1.1 in let f1 := t.1.2 in let f2 := t.2 in
  let z := Z.of_nat n in
  let e := (z * z * p)%BZ in
  let c0 := (D - f1 * z + f2 * (z * z - z))%BZ in
  let c1 := (f1 - (z + z + z - 1 - 1) * f2)%BZ in
  [&& (0 <? D)%BZ, (0 <=? f1)%BZ, (0 <=? f2)%BZ, (c0 <=? 0)%BZ,
      (c0 * (q * q) + c1 * (e * q) + f2 * (e * e) <=? 0)%BZ
    & (c0 + c1 * (z * z) + f2 * (z * z * (z * z)) <? Z.of_nat o * D)%BZ].

Fixpoint tree_sizes (o : nat) (p q : Z) (n : nat) (ts : seq (Z * Z * Z)) : bool :=
  if ts is t :: ts' then excluded o p q n t && tree_sizes o p q n.+1 ts' else true.

Definition tree (N : nat) (S : seq (seq nat)) (n : nat) (p q : Z) (m : nat) (ts : seq (Z * Z * Z))
    (v : nat) : bool :=
  [&& too_few N S n p q m, (0 <? p)%BZ, tree_sizes (size (elements N S n)) p q m ts
    & (v <= m + size ts)%N].

Lemma tree_sizesP o p q n ts k : tree_sizes o p q n ts -> (n <= k < n + size ts)%N ->
  exists t, excluded o p q k t.
Proof.
elim: ts n => [|t ts IHts] n /=; first by rewrite addn0 => _ /andP[/leq_ltn_trans lt /lt]; rewrite ltnn.
case/andP=> ex_t /IHts ex_ts; rewrite leq_eqVlt.
case/andP=> /predU1P[<- _|lt_nk lt_k]; first by exists t.
by apply: ex_ts; rewrite lt_nk addSnnS.
Qed.

(** ** Soundness *)

Section Bound.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Variable us : seq (space F).
Let fs := map (fun u => (u, u)) us.
Hypothesis Fus : {in us, forall u, member u}.
Hypothesis fs0 : {in G, forall g, g != 1%g -> pairing dot fs g = 0}.
Hypothesis fs1 : pairing dot fs 1%g != 0.
Variables p q : Z.
Hypothesis p_gt0 : (0 <? p)%BZ.
Hypothesis q_gt0 : (0 <? q)%BZ.

Lemma excluded_sound (s : seq gT) t : {subset s <= G} -> (0 < size s)%N ->
  excluded #|G| p q (size s) t -> ~ weak G F (fraction R p q) (counted R s).
Proof.
move=> sG s_gt0; case: t => [[D f1] f2] /=.
case/and5P=> /(zr_lt R) D_gt0 /(zr_ge0 R) f1_ge0 /(zr_ge0 R) f2_ge0 /(zr_le R) c0_le0.
case/andP=> /(zr_le R) fE_le0 /(zr_lt R); rewrite ltNge => /negP few wk; apply: few.
have [P0 Q0] := (zr_lt R p_gt0, zr_lt R q_gt0).
have eps_gt0 : 0 < fraction R p q by rewrite divr_gt0.
set n : R := (size s)%:R; have n_gt0 : 0 < n by rewrite ltr0n.
have eps_e a : zr R q * (n * n * fraction R p q * a) = n * n * zr R p * a.
  rewrite mulrA [zr R q * _]mulrC -[n * n * _ * zr R q]mulrA; congr (_ * _ * _).
  by rewrite /fraction divfK // gt_eqF.
rewrite !(zrM, zrD, zrB, zr1, zr_nat) in c0_le0 fE_le0 *.
apply: (@tree_arithmetic R _ _ _ n _ (pairs R (fun i : 'I_(size s) => nth 1%g s i))
  (quadruples R (fun i : 'I_(size s) => nth 1%g s i)) (n * n * zr R p) (zr R q)) => //.
- exact: ltW.
- by rewrite ler1n cardG_gt0.
- by rewrite !mulr_gt0.
- exact: pairs_ge.
- exact: walks_ge0.
- exact: (pairs_large EF fs0 fs1 sG s_gt0).
- rewrite -eps_e ler_pmul2l //; exact: (pairs_small EF Fus fs0 fs1 sG s_gt0 wk).
rewrite -eps_e ler_pmul2l //; exact: (quadruples_small EF Fus fs0 fs1 sG s_gt0 eps_gt0 wk).
Qed.

Theorem tree_bound m ts v :
    at_least G uniform (weak G F (fraction R p q)) m -> tree_sizes #|G| p q m ts -> (v <= m + size ts)%N ->
  at_least G uniform (weak G F (fraction R p q)) v.
Proof.
move=> low ex_ts le_v w l sch wk; rewrite leqNgt; apply/negP=> lt_l.
have [|t] := tree_sizesP ex_ts (k := l).
  by rewrite (low w l sch wk) (leq_trans lt_l).
have [s [sG s_gt0 -> w_s]] := sch => ex_t.
apply: (excluded_sound sG s_gt0 ex_t) => f Ff; have := wk f Ff.
suff -> : average G w f = average G (counted R s) f by [].
by apply: eq_bigr => g _; rewrite w_s.
Qed.

End Bound.

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat).
Local Notation G := (group_of N S).

Theorem tree_sound d D us p q m ts v m' :
    free_pairing N S n d D (diagonal us) m' && tree N S n p q m ts v ->
  at_least G uniform (weak G (polynomials R d N D) (fraction R p q)) v.
Proof.
case/andP=> free /and4P[few p_gt0 ex_ts le_v]; have [gen_n _ q_gt0 _] := and4P few.
have low : at_least G uniform (weak G (polynomials R d N D) (fraction R p q)) m.
  by apply: (welch_sound (us := us) (n := n) (m' := m')); rewrite free.
have [EF Fps ps0 ps1 _] := free_pairing_spec R free.
set ps := [seq _ | f <- _] in Fps ps0 ps1.
pose vs := [seq poly R d u | u <- us] : seq (space (polynomials R d N D)).
have def_ps : ps = map (fun u => (u, u)) vs by rewrite /ps /vs /diagonal -!map_comp.
rewrite def_ps in Fps ps0 ps1; rewrite -(card_elements gen_n) in ex_ts.
apply: (tree_bound EF _ ps0 ps1 p_gt0 q_gt0 low ex_ts le_v) => u us_u.
by have := Fps (u, u); apply; apply/mapP; exists u.
Qed.

Theorem tree_all_sound p q m ts v : tree N S n p q m ts v ->
  at_least G uniform (weak G (all_functions R G) (fraction R p q)) v.
Proof.
case/and4P=> few p_gt0 ex_ts le_v; have [gen_n _ q_gt0 _] := and4P few.
have low := @welch_all_sound R N S n uniform p q m few; have EF := functions_euclidean R G.
rewrite -(card_elements gen_n) in ex_ts.
apply: (tree_bound EF (us := [:: point R _]) _ _ _ p_gt0 q_gt0 low ex_ts le_v) => [u|g Gg|].
- by rewrite inE => /eqP->; apply: point_member.
- by rewrite /= point_pairing => /negPf->.
by rewrite /= point_pairing eqxx oner_eq0.
Qed.

End Soundness.
