(** * Traces on polynomials in two variables                                  *)
(*                                                                            *)
(* For forms l_0 = a x + b y and l_1 = c x + d y, let T_n be the sum of the   *)
(* coefficients of x^i y^(n-i) in l_0^i l_1^(n-i), the trace on degree n, and *)
(* Y_n that of the coefficients of x^(i+1) y^(n-i-1), i < n. Then             *)
(*                                                                            *)
(*    T_(n+1) = d^(n+1) + a T_n + b Y_n,   Y_(n+1) = c T_n + d Y_n:           *)
(*                                                                            *)
(* take out one factor l_0 of all terms of T_(n+1) but l_1^(n+1), and one l_1 *)
(* of those of Y_(n+1). So T_(n+2) = (a + d) T_(n+1) - (ad - bc) T_n.         *)
(*                                                                            *)
(*   plane_trace m D V s == the trace of the permutation s for d = 2          *)
(*  form_trace d m D V s == the same for any d; linearTraces.v for others     *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims claimsOfMatrices modules numbers listing actions terms.
From Reynolds.instances Require Import algebraicNumbers linearActions traceEntries linearTraces.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Computation.

Variables (m : numeral) (D : seq nat).

(* From t = T_k and t' = T_(k+1).                                             *)
Fixpoint plane_sum (trace det : numeral) (k n : nat) (t t' : numeral) : numeral :=
  let rest :=
    if n is n'.+1 then
      plane_sum trace det k.+1 n' t' (nadd (nmul m trace t') (nneg (nmul m det t)))
    else [::] in
  if k \in D then nadd t rest else rest.

Definition plane_trace (V : seq (seq numeral)) (s : seq nat) : numeral :=
  let l i j := coefficient V (nth 0%N s i) j in
  let trace := nadd (l 0%N 0%N) (l 1%N 1%N) in
  let det := nadd (nmul m (l 0%N 0%N) (l 1%N 1%N)) (nneg (nmul m (l 0%N 1%N) (l 1%N 0%N))) in
  plane_sum trace det 0 (greatest D) [:: 1%BZ] trace.

End Computation.

Section Soundness.

Variables (R : realFieldType) (c0 : R) (m : numeral) (D : seq nat).
Hypothesis root_c : c0 ^+ size m = number c0 m.

Local Notation W := {mpoly R[2]}.
Local Notation number := (number c0).
Implicit Types (P : W).

Definition coef P i j := P@_(mono 2 [:: i; j]).

Lemma coef_form (l : seq numeral) P i j :
  coef (form c0 2 l * P) i j
  = number (nth [::] l 0) * (if i is i'.+1 then coef P i' j else 0)
    + number (nth [::] l 1) * (if j is j'.+1 then coef P i j' else 0).
Proof.
rewrite /coef /form mulr_suml raddf_sum !big_ord_recl big_ord0 /= addr0.
rewrite -!scalerAl !mcoeffZ (mcoeff_var ord0) // (mcoeff_var (lift ord0 ord0)) //.
by case: i j => [|i] [|j].
Qed.

Variables (l0 l1 : seq numeral).
Local Notation p := (form c0 2 l0).
Local Notation q := (form c0 2 l1).
Local Notation a := (number (nth [::] l0 0)).
Local Notation b := (number (nth [::] l0 1)).
Local Notation c := (number (nth [::] l1 0)).
Local Notation d := (number (nth [::] l1 1)).

Definition T n := \sum_(i < n.+1) coef (p ^+ i * q ^+ (n - i)) i (n - i).
Definition Y n := \sum_(i < n) coef (p ^+ i * q ^+ (n - i)) i.+1 (n - i).-1.

Lemma coef_power n : coef (q ^+ n) 0 n = d ^+ n.
Proof.
elim: n => [|n IHn].
  rewrite !expr0 /coef mcoeff1 (_ : mono 2 _ = 0%MM) ?eqxx //.
  by apply/mnmP=> i; rewrite mnmE mnm0E; case: i => [[|[|]]].
by rewrite exprS coef_form mulr0 add0r IHn exprS.
Qed.

Lemma step_sum (u v : R) n :
  \sum_(i < n.+1) (u * coef (p ^+ i * q ^+ (n - i)) i (n - i)
    + v * (if (n - i)%N is j.+1 then coef (p ^+ i * q ^+ (n - i)) i.+1 j else 0))
  = u * T n + v * Y n.
Proof.
rewrite big_split /= -!mulr_sumr; congr (_ + v * _).
rewrite big_ord_recr /= subnn addr0; apply: eq_bigr => i _.
by have := subn_gt0 i n; rewrite ltn_ord; case: (n - i)%N.
Qed.

Lemma T_step n : T n.+1 = d ^+ n.+1 + (a * T n + b * Y n).
Proof.
rewrite -step_sum /T big_ord_recl subn0 expr0 mul1r coef_power; congr (_ + _).
apply: eq_bigr => i _; rewrite lift0 subSS exprS -mulrA coef_form; by [].
Qed.

Lemma Y_step n : Y n.+1 = c * T n + d * Y n.
Proof.
rewrite -step_sum /Y; apply: eq_bigr => i _.
have le_i : (i <= n)%N by rewrite -ltnS.
by rewrite subSn // exprS mulrCA coef_form /=; congr (_ + _ * _); case: (n - i)%N.
Qed.

Lemma T0 : T 0 = 1. Proof. by rewrite /T big_ord1 subn0 mul1r coef_power. Qed.
Lemma Y0 : Y 0 = 0. Proof. by rewrite /Y big_ord0. Qed.

Lemma T1 : T 1 = a + d. Proof. by rewrite T_step T0 Y0 mulr1 mulr0 addr0 addrC. Qed.

Lemma T_recursion n : T n.+2 = (a + d) * T n.+1 - (a * d - b * c) * T n.
Proof.
have def_d : d ^+ n.+1 + b * Y n = T n.+1 - a * T n by rewrite T_step [a * _ + _]addrC addrA addrK.
rewrite [LHS]T_step Y_step.
transitivity (a * T n.+1 + (b * c * T n + d * (d ^+ n.+1 + b * Y n))).
  rewrite exprS !mulrDr [b * (d * _)]mulrCA !mulrA.
  by rewrite addrCA; congr (_ + _); rewrite addrCA.
rewrite def_d [(a + d) * _]mulrDl [(a * d - _) * _]mulrBl mulrBr opprB -addrA; congr (_ + _).
by rewrite addrCA; congr (_ + (_ - _)); rewrite mulrA [d * a]mulrC.
Qed.

Lemma plane_sumP trace det k n t t' :
    number trace = a + d -> number det = a * d - b * c -> number t = T k -> number t' = T k.+1 ->
  number (plane_sum m D trace det k n t t') = \sum_(j <- iota k n.+1 | j \in D) T j.
Proof.
move=> trE detE; elim: n k t t' => [|n IHn] k t t' tE tE' /=; rewrite big_cons.
  by rewrite big_nil; case: (k \in D); rewrite ?numberD ?tE.
have rest : number (plane_sum m D trace det k.+1 n t' (nadd (nmul m trace t') (nneg (nmul m det t))))
    = \sum_(j <- iota k.+1 n.+1 | j \in D) T j.
  by apply: IHn; rewrite // numberD numberN !(numberM root_c) trE detE tE tE' T_recursion.
by case: (k \in D); rewrite ?numberD rest ?tE.
Qed.

End Soundness.

Section Trace.

Variables (R : realFieldType) (c : R) (m : numeral) (D : seq nat).
Hypothesis root_c : c ^+ size m = number c m.
Variables (N : nat) (S : seq (seq nat)) (V : seq (seq numeral)).
Hypothesis acts_S : acts_on_forms 2 N S m V.

Lemma perm_basis : perm_eq (basis 2 D)
  [seq [:: i; (k - i)%N] | k <- [seq k <- iota 0 (greatest D).+1 | k \in D], i <- iota 0 k.+1].
Proof.
apply: uniq_perm; first exact: uniq_basis.
  apply: allpairs_uniq_dep => [|k _|]; rewrite ?filter_uniq ?iota_uniq //.
  pose pair (p : {x : nat_eqType & nat_eqType}) : nat * nat := (tag p, tagged p).
  move=> x x' /allpairsPdep[k [i [_ + def_x]]] /allpairsPdep[k' [i' [_ + def_x']]].
  rewrite !mem_iota !add0n !ltnS def_x def_x' /= => le_i le_i' [eq_i eq_k].
  by rewrite eq_i -(subnK le_i) -(subnK le_i') eq_k eq_i.
move=> e; rewrite mem_basis; apply/andP/allpairsPdep=> [[/eqP sz_e De]|[k [i []]]].
  case: e sz_e De => [|i [|j []]] // _ De; have {}De : (i + j)%N \in D by rewrite /= addn0 in De.
  by exists (i + j)%N, i; rewrite mem_filter De !mem_iota !add0n !ltnS greatest_le // leq_addr addKn.
rewrite mem_filter mem_iota add0n ltnS => /andP[Dk _]; rewrite mem_iota add0n ltnS => le_i ->.
by rewrite /= addn0 subnKC.
Qed.

Theorem plane_traceP s : is_perm N s ->
  number c (plane_trace m D V s) = @character_of R c 2 D N S V (permutation N s).
Proof.
move=> perm_s; set l0 := nth [::] V (nth 0%N s 0); set l1 := nth [::] V (nth 0%N s 1).
have -> : number c (plane_trace m D V s)
    = \sum_(j <- iota 0 (greatest D).+1 | j \in D) T c l0 l1 j.
  apply: (plane_sumP D root_c); rewrite ?T0 ?T1 ?number_int ?numberD ?numberN ?(numberM root_c) //.
rewrite /character_of /trace_on -[RHS](big_mkord predT (fun i =>
  (moved c 2 V (permutation N s) 'X_[mono 2 (nth [::] (basis 2 D) i)])@_(mono 2 (nth [::] (basis 2 D) i)))).
rewrite -(big_nth [::] predT (fun e => (moved c 2 V (permutation N s) 'X_[mono 2 e])@_(mono 2 e))).
rewrite (perm_big _ perm_basis) big_allpairs_dep big_filter; apply: eq_bigr => k _.
rewrite /T -(big_mkord predT (fun i => coef (form c 2 l0 ^+ i * form c 2 l1 ^+ (k - i)) i (k - i))) /index_iota subn0.
apply: eq_bigr => i _; rewrite (moved_products c acts_S perm_s) //.
by rewrite /products /= !big_cons big_nil mulr1.
Qed.

End Trace.

Definition form_trace (d : nat) (m : numeral) (D : seq nat) (V : seq (seq numeral)) (s : seq nat) : numeral :=
  if d is 2 then plane_trace m D V s else trace_value d m D V s.

Theorem form_traceP (R : realFieldType) (c : R) d m D N S V s :
    c ^+ size m = number c m -> acts_on_forms d N S m V -> is_perm N s ->
  number c (form_trace d m D V s) = @character_of R c d D N S V (permutation N s).
Proof.
case: d => [|[|[|d]]] root_c acts perm_s; rewrite /form_trace;
  by [apply: plane_traceP | apply: (trace_valueP D root_c acts)].
Qed.
