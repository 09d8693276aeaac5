(** * The symmetric group (MATHEMATICS.md, 2.3 free orbit, 2.4 last sentences) *)
(*                                                                            *)
(* 'S_n permutes the variables of the polynomials {mpoly R[n]}, R a field.    *)
(* The degree of p is at most k when msize p <= k.+1.                         *)
(*                                                                            *)
(*       msym_average w p == the weighted average of p, the sum over s in 'S_n *)
(*                           of w s *: msym s p                               *)
(*      exact_degree k w == w makes every polynomial of degree at most k      *)
(*                           symmetric                                        *)
(*           staircase n == the exponents 0, 1, ..., n - 1 of the monomial    *)
(*                           x_1^0 x_2^1 ... x_n^(n-1)                        *)
(* The threshold is 'C(n, 2) = n (n - 1) / 2.                                 *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From SsrMultinomials Require Import mpoly.
From Reynolds Require Import averaging.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory.
Local Open Scope ring_scope.

(* Distinct natural numbers add up to at least 0 + 1 + ... + (size s - 1).    *)
Lemma leq_bin2_sumn (s : seq nat) : uniq s -> ('C(size s, 2) <= sumn s)%N.
Proof.
elim: {s}(size s) {-2}s (erefl (size s)) => [|n IHn] s sz_s uniq_s.
  by rewrite sz_s.
have [x s_x le_nx]: exists2 x, x \in s & (n <= x)%N.
  apply/hasP; apply: contraT; rewrite -all_predC => /allP lt_s.
  suffices: (size s <= size (iota 0 n))%N by rewrite size_iota sz_s ltnn.
  apply: uniq_leq_size => // x /lt_s /=.
  by rewrite mem_iota -ltnNge.
have sz_rem: size (rem x s) = n by rewrite size_rem // sz_s.
have := IHn _ sz_rem (rem_uniq x uniq_s); rewrite sz_rem sz_s => le_rem.
rewrite (perm_sumn (perm_to_rem s_x)) /= binS bin1 addnC.
exact: leq_add.
Qed.

Section Monomials.

Variable n : nat.
Implicit Types (m : 'X_{1..n}) (s t : 'S_n).

Definition staircase : 'X_{1..n} := [multinom i : nat | i < n].

Lemma mdeg_staircase : mdeg staircase = 'C(n, 2).
Proof.
rewrite mdegE -triangular_sum big_mkord; apply: eq_bigr => i _; exact: mnmE.
Qed.

(* Exponents of small degree are not distinct.                                *)
Lemma mdeg_repeated m : (mdeg m < 'C(n, 2))%N ->
  exists2 ij : 'I_n * 'I_n, ij.1 != ij.2 & m ij.1 = m ij.2.
Proof.
move=> lt_m; have /injectivePn[i [j ne_ij eq_m]] : ~~ injectiveb m.
  apply: contraL lt_m => uniq_m; rewrite -leqNgt mdegE.
  by have := leq_bin2_sumn uniq_m; rewrite size_map -cardE card_ord sumnE big_image.
by exists (i, j).
Qed.

End Monomials.

Section Symmetric.

Variables (n : nat) (R : fieldType).
Implicit Types (p : {mpoly R[n]}) (w : 'S_n -> R) (k : nat) (m : 'X_{1..n}).

Definition msym_average w p := \sum_s w s *: msym s p.

Definition exact_degree k w :=
  forall p, (msize p <= k.+1)%N -> msym_average w p \is symmetric.

Lemma exact_degreeW k l w : (k <= l)%N -> exact_degree l w -> exact_degree k w.
Proof. by move=> le_kl ex_w p le_p; apply/ex_w/(leq_trans le_p). Qed.

Lemma msym_average_linear w : linear (msym_average w).
Proof.
move=> a p q; rewrite /msym_average scaler_sumr -big_split; apply: eq_bigr => s _.
by rewrite /= linearP scalerDr !scalerA mulrC.
Qed.
Canonical msym_average_linear_fun w := Linear (msym_average_linear w).
Canonical msym_average_additive w := Additive (msym_average_linear w).

(* It is enough to make the monomials symmetric.                              *)
Lemma exact_degree_monomials k w :
    (forall m, (mdeg m <= k)%N -> msym_average w 'X_[m] \is symmetric) ->
  exact_degree k w.
Proof.
move=> sym_w p le_p; rewrite [p]mpolyE linear_sum big_seq.
apply: rpred_sum => m /msize_mdeg_lt lt_m; rewrite linearZ rpredZ // sym_w //.
by rewrite -ltnS (leq_trans lt_m).
Qed.

(* Only constant weights make the one monomial x_1^0 x_2^1 ... symmetric.     *)
Lemma staircase_constant w :
  msym_average w 'X_[staircase n] \is symmetric -> forall s, w s = w 1%g.
Proof.
pose m := staircase n; move=> sym_m.
pose ms (s : 'S_n) := [multinom m (s i) | i < n].
have inj_m s t : (ms s == ms t) = (s == t).
  apply/eqP/eqP=> [/mnmP eq_st | -> //]; apply/permP=> i.
  by apply: val_inj; have := eq_st i; rewrite !mnmE.
have coeff s : (msym_average w 'X_[m])@_(ms s^-1%g) = w s.
  rewrite /msym_average raddf_sum (bigD1 s) //= big1 => [|t ne_ts].
    by rewrite addr0 mcoeffZ msymX mcoeffX eqxx mulr1.
  rewrite mcoeffZ msymX mcoeffX -/(ms _) -/(ms _) inj_m (inj_eq invg_inj) (negPf ne_ts).
  by rewrite mulr0.
by move=> s; rewrite -coeff -[RHS]coeff !msym_coeff.
Qed.

(* At degree n (n - 1) / 2 and above, the uniform weights are the only ones.  *)
Theorem symmetric_only_uniform w : \sum_s w s = 1 ->
    exact_degree 'C(n, 2) w ->
  forall s, w s = (n`!)%:R^-1.
Proof.
move=> sum_w ex_w s.
have w_c: {in [set: 'S_n], forall s, w s = w 1%g}.
  move=> t _; apply: staircase_constant; apply: ex_w.
  by rewrite msizeX mdeg_staircase.
have sch_w : averaging_scheme [set: 'S_n] w by rewrite averaging_schemeT sum_w.
have [_ w1 _] := constant_scheme sch_w w_c.
by rewrite w_c ?inE // w1 cardsT card_Sn.
Qed.

(* Below that degree, all weights that depend only on the sign do.            *)
Lemma parity_exact k w (c : bool -> R) : (k < 'C(n, 2))%N ->
  (forall s, w s = c (odd_perm s)) -> exact_degree k w.
Proof.
move=> lt_k w_c; apply: exact_degree_monomials => m le_m.
have [[i j] /= ne_ij eq_m] := mdeg_repeated (leq_ltn_trans le_m lt_k).
pose t : 'S_n := tperm i j; have odd_t : odd_perm t by rewrite odd_tperm.
have fix_t : msym t 'X_[m] = 'X_[m] :> {mpoly R[n]}.
  rewrite msymX tpermV; congr 'X_[_]; apply/mnmP=> l; rewrite mnmE.
  by case: tpermP => [->|->|].
apply/issymP=> s; rewrite /msym_average raddf_sum /=.
have [odd_s | even_s] := boolP (odd_perm s).
- have bij_ts : {on xpredT, bijective (fun a : 'S_n => t * a * s)%g}.
    apply: onW_bij; exists (fun a => t * (a * s^-1))%g => a /=.
      by rewrite mulgK mulgA tperm2 mul1g.
    by rewrite mulgA tperm2 mul1g mulgKV.
  rewrite [RHS](reindex _ bij_ts); apply: eq_bigr => a _.
  rewrite msymZ -msymMm -mulgA [in RHS]msymMm fix_t; congr (_ *: _).
  by rewrite !w_c !odd_permM odd_t odd_s addbT addTb negbK.
- rewrite [RHS](reindex_inj (mulIg s)); apply: eq_bigr => a _.
  by rewrite msymZ -msymMm !w_c odd_permM (negPf even_s) addbF.
Qed.

(* The uniform weights on the alternating group are such weights.             *)
Theorem alternating_exact k : (k < 'C(n, 2))%N ->
  exact_degree k (uniform_scheme 'Alt_('I_n)).
Proof.
pose c b : R := (~~ b)%:R / #|'Alt_('I_n)|%:R.
by move/(@parity_exact _ _ c); apply=> s; rewrite /uniform_scheme Alt_even.
Qed.

(* In any characteristic: the sum over the even permutations is symmetric.    *)
Lemma even_sum_symmetric p : (msize p <= 'C(n, 2))%N ->
  \sum_(s : 'S_n | ~~ odd_perm s) msym s p \is symmetric.
Proof.
case Dk: 'C(n, 2) => [|k] le_p.
  move: le_p; rewrite leqn0 msize_poly_eq0 => /eqP->.
  by rewrite big1 ?rpred0 // => s _; rewrite msym0.
have lt_k : (k < 'C(n, 2))%N by rewrite Dk.
have := parity_exact (c := fun b => (~~ b)%:R) lt_k (fun s => erefl) le_p.
rewrite /msym_average [X in _ -> X \is _]big_mkcond.
congr (_ \is symmetric); apply: eq_bigr => s _.
by case: odd_perm; rewrite ?scale0r ?scale1r.
Qed.

Hypothesis nz_fact : (n`!)%:R != 0 :> R.

Lemma natr_Alt_neq0 : #|'Alt_('I_n)|%:R != 0 :> R.
Proof.
have /dvdnP[q def_q] := cardSg (subsetT 'Alt_('I_n)).
apply: contraNneq nz_fact => A0.
by rewrite -[n`!]card_Sn -cardsT def_q natrM A0 mulr0.
Qed.

(* The exact threshold of 'S_n on polynomials is n (n - 1) / 2, for every n,  *)
(* 0 and 1 included: it is the least degree at which AC_ex = n!.              *)
Theorem symmetric_threshold k :
  (forall w, \sum_s w s = 1 -> exact_degree k w -> #|[set s | w s != 0]| = n`!)
  <-> ('C(n, 2) <= k)%N.
Proof.
split=> [all_w | le_k w sum_w ex_w]; last first.
  have w_c := symmetric_only_uniform sum_w (exact_degreeW le_k ex_w).
  rewrite -[n`!]card_Sn -cardsT; congr #|pred_of_set _|; apply/setP=> s.
  by rewrite !inE w_c invr_eq0.
rewrite leqNgt; apply/negP=> lt_k.
have n_gt1 : (1 < n)%N by case: (n) lt_k => [|[|]].
have := all_w (uniform_scheme 'Alt_('I_n)) _ (alternating_exact lt_k).
have sum_A := uniform_scheme_sub (subsetT _) natr_Alt_neq0.
have /= := uniform_scheme_size (subsetT _) natr_Alt_neq0.
rewrite /scheme_size (_ : scheme_support _ _ = [set s | uniform_scheme 'Alt_('I_n) s != 0 :> R]).
  move=> ->; move: sum_A; rewrite averaging_schemeT => /eqP sum_A /(_ sum_A).
  move=> cardA; have := @card_Alt [finType of 'I_n]; rewrite card_ord => /(_ n_gt1)/eqP.
  by rewrite -cardA mul2n -addnn -[X in _ == X]addn0 eqn_add2l eqn0Ngt cardG_gt0.
by apply/setP=> s; rewrite !inE.
Qed.

End Symmetric.
