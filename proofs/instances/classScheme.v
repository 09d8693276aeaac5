(** * Exact schemes whose weights are a class function (MATHEMATICS.md, 2.6)  *)
(*                                                                            *)
(*   class_scheme N S n rs phi k ws m == the integers ws at representatives rs *)
(*                    are the weights, over their sum, of a scheme of kind k   *)
(*                    and at most m elements; phi lists the traces at rs, and  *)
(*                    the sum over pairs s, t of ws(s) ws(t) phi(t s^-1) is    *)
(*                    the mean of phi (2.16): one convolution of class         *)
(*                    functions, where any other scheme takes all pairs        *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness nearness classFunctions linearProgramme characterSum.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition nonzero_terms (es : seq term) : seq term := [seq e <- es | ~~ (e.2 =? 0)%BZ].

Definition class_scheme (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat))
    (phi : seq Z) (k : weights) (ws : seq Z) (m : nat) : bool :=
  let T := class_table N S n rs in
  classes N S n rs T &&
  let all_es := spread N S n T ws in let es := nonzero_terms all_es in let W := zsum (map snd es) in
  [&& kind_ok k es W, (size es <= m)%N
    & let t := gather (spread N S n T phi) in
      let c := [seq left_correlate all_es t r | r <- rs] in
      (zsum [seq (e.2 * at_place T c (inverse N e.1))%BZ | e <- all_es] * Z.of_nat (size all_es)
         =? W * W * zsum (map snd (spread N S n T phi)))%BZ].

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).
Variables (d : nat) (D : seq nat).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation T := (class_table N S n rs).
Local Notation F := (polynomials R d N D).
Local Notation zr := (zr R).
Local Notation phi := (phi_values d D rs).
Local Notation us := (map (poly R d) (all_monomials d D) : seq (space F)).
Local Notation fdot := (mdot : space F -> space F -> R).

Lemma weight_nonzero es W g : @weight R N (nonzero_terms es) W g = @weight R N es 1%BZ g / zr W.
Proof.
rewrite /weight /nonzero_terms zr1 divr1 big_filter_cond; congr (_ / _).
rewrite big_mkcond [RHS]big_mkcond; apply: eq_bigr => e _.
by case: Z.eqb_spec => //= ->; rewrite if_same.
Qed.

Theorem class_scheme_sound k ws m :
    moves_coordinates d N S && class_scheme N S n rs phi k ws m ->
  at_most G k (exact G F) m.
Proof.
case/andP=> sign_S; rewrite /class_scheme; cbv beta zeta.
set all_es := spread N S n T ws; set es := nonzero_terms all_es; set W := zsum (map snd es).
case/and4P=> cl kind le_m /Z.eqb_eq/(congr1 zr) eq_sum.
have gen_n := classes_generated cl.
have all_L : {in all_es, forall e, e.1 \in L} by apply: spread_listed.
have es_L : {in es, forall e, e.1 \in L} by move=> e; rewrite mem_filter => /andP[_ /all_L].
have sum_w := kind_total R gen_n es_L kind.
apply: (kind_at_most gen_n es_L kind) => //; apply: (sum_exact cl sign_S sum_w).
have nzW : zr W != 0 by case/andP: kind => _ /(zr_neq0 R).
have [EF _ class_f phi_f] := phi_represent R D cl sign_S.
pose f (g : 'S_N) : R := \sum_(u <- us) fdot (act g u) u.
have fE g : entries fdot us g = f g by apply: eq_bigr => u _; apply: (dotC EF).
pose v := @values N S n rs R ws; have cv := values_class cl R ws.
pose C h := \sum_(x in G) v x * f (x * h)%g.
set c := [seq _ | r <- rs] in eq_sum.
have CE : represents S n rs c C.
  apply: (represents_reps cl) => [|r rs_r]; first exact: (class_convolution cv class_f).
  exact: (conv_value cl (valuesP cl R ws) phi_f (rep_listed cl rs_r)).
have inner g : g \in G -> \sum_(h in G) @weight R N es W h * entries fdot us (h * g^-1)%g = C g^-1%g / zr W.
  by move=> _; rewrite mulr_suml; apply: eq_bigr => h _; rewrite fE weight_nonzero mulrAC.
rewrite (eq_bigr (fun g => v g * C g^-1%g / (zr W * zr W))) => [|g Gg]; last first.
  by rewrite inner // weight_nonzero mulf_div.
rewrite -mulr_suml; have nzWW : zr W * zr W != 0 by rewrite mulf_neq0.
apply: (mulIf nzWW); rewrite divfK //; apply: (mulIf (orderR_neq0 R G)).
have -> : \sum_(h in G) entries fdot us h = zr (zsum (map snd (spread N S n T phi))).
  by rewrite (sum_value cl phi_f); apply: eq_bigr => h _; apply: fE.
rewrite -!zrM; set M := zr _; set W2 := zr (W * W); rewrite [RHS]mulrC !mulrA mulfV ?orderR_neq0 // mul1r.
rewrite [RHS]mulrC -zrM -eq_sum zrM zr_nat.
rewrite size_map -(card_elements gen_n); congr (_ * _).
rewrite zr_zsum !big_map (sum_elements gen_n) !big_seq; apply: eq_bigr => x Lx.
have perm_x := elements_perm gen_n Lx; have [perm_i eq_i] := permutation_inverse perm_x.
rewrite zrM /= (valuesP cl R ws Lx) /at_place CE ?eq_i //.
by apply: (elements_of gen_n) => //; rewrite eq_i groupV (permutation_in gen_n).
Qed.

End Soundness.
