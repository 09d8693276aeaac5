(** * Traces on polynomials under an action by matrices, computed             *)
(*                                                                            *)
(* The trace of g is the sum of the coefficients of the monomials in their    *)
(* own images. These are products of powers of the forms that the coordinates *)
(* go to, multiplied out step by step, so that products with a common         *)
(* beginning share it.                                                        *)
(*                                                                            *)
(*     boxes d k == all sequences of d exponents with a sum of at most k      *)
(*     basis d D == those with a sum from D                                   *)
(*  times d m l k p == the coefficients of the form l times p, of degree k; a *)
(*                     polynomial is a map from exponents to numerals         *)
(*  powers d m l k e p == p, l p, ..., l^e p                                  *)
(*  diagonal_sum d m D ls pre k e p == the sum of the coefficients of the      *)
(*                     monomials pre ++ b in p times the product of the       *)
(*                     powers b of ls, over b with a sum of at most e, k more *)
(*                     of which is in D                                       *)
(*  trace_value d m V D s == the trace of the permutation s                   *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims claimsOfMatrices modules numbers listing actions terms.
From Reynolds.instances Require Import algebraicNumbers linearActions classFunctions traceEntries.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** Computation *)

Fixpoint boxes (d k : nat) : seq (seq nat) :=
  if d is d'.+1 then
    flatten [seq [seq i :: b | b <- boxes d' (k - i)] | i <- iota 0 k.+1]
  else [:: [::]].

Definition greatest (D : seq nat) : nat := foldr maxn 0%N D.

Definition basis (d : nat) (D : seq nat) : seq (seq nat) :=
  [seq a <- boxes d (greatest D) | sumn a \in D].

Section Computation.

Variables (d : nat) (m : numeral) (D : seq nat).

Definition lower (a : seq nat) (i : nat) : seq nat := set_nth 0%N a i (nth 0%N a i).-1.

Definition at_key (a : seq nat) (p : trie numeral) : numeral := odflt [::] (lookup a p).

Definition times (l : seq numeral) (k : nat) (p : trie numeral) : trie numeral :=
  foldl (fun t a => insert a
      (nsum [seq nmul m (nth [::] l i) (at_key (lower a i) p) | i <- iota 0 d & (0 < nth 0 a i)%N]) t)
    empty (monomials d k.+1).

Fixpoint powers (l : seq numeral) (k e : nat) (p : trie numeral) : seq (trie numeral) :=
  p :: if e is e'.+1 then powers l k.+1 e' (times l k p) else [::].

Fixpoint diagonal_sum (ls : seq (seq numeral)) (pre : seq nat) (k e : nat) (p : trie numeral) : numeral :=
  if ls is l :: ls' then
    nsum [seq diagonal_sum ls' (rcons pre ip.1) (k + ip.1) (e - ip.1) ip.2
         | ip <- zip (iota 0 e.+1) (powers l k e p)]
  else if k \in D then at_key pre p else [::].

Definition trace_value (V : seq (seq numeral)) (s : seq nat) : numeral :=
  diagonal_sum [seq nth [::] V (nth 0%N s i) | i <- iota 0 d] [::] 0 (greatest D)
    (insert (nseq d 0%N) [:: 1%BZ] empty).

End Computation.

Lemma lookup_inserts A (f : seq nat -> A) a (t : trie A) (bs : seq (seq nat)) :
  lookup a (foldl (fun t b => insert b (f b) t) t bs) = if a \in bs then Some (f a) else lookup a t.
Proof.
elim: bs t => //= b bs IHbs t; rewrite IHbs lookup_insert inE.
by case: (a \in bs); rewrite ?orbT // orbF; case: eqP => [->|].
Qed.

Lemma mem_boxes d k a : (a \in boxes d k) = (size a == d) && (sumn a <= k)%N.
Proof.
elim: d k a => [|d IHd] k a; first by case: a.
rewrite -[boxes _ _]/(flatten [seq [seq i :: b | b <- boxes d (k - i)] | i <- iota 0 k.+1]).
apply/flatten_mapP/andP=> [[i Ii /mapP[b kb def_a]] | [/eqP sz_a le_a]].
  move: Ii kb; rewrite def_a mem_iota ltnS IHd => /= le_ik /andP[/eqP-> le_b].
  by split=> //; rewrite -(subnKC le_ik) leq_add2l.
case: a sz_a le_a => //= i b [sz_b] le_b; have le_ik := leq_trans (leq_addr _ _) le_b.
exists i; first by rewrite -[_ :: _]/(iota 0 k.+1) mem_iota ltnS.
by apply: map_f; rewrite IHd sz_b eqxx leq_subRL.
Qed.

Lemma uniq_boxes d k : uniq (boxes d k).
Proof.
elim: d k => // d IHd k.
rewrite -[boxes _ _]/(flatten [seq [seq i :: a | a <- boxes d (k - i)] | i <- iota 0 k.+1]).
move: (iota_uniq 0 k.+1); move: (iota 0 k.+1) => I.
elim: I => //= i I IHI /andP[Ii /IHI uniq_I]; rewrite cat_uniq uniq_I map_inj_uniq ?IHd; last by move=> ? ? [].
rewrite andbT /=; apply/hasPn=> _ /flatten_mapP[j Ij /mapP[b _ ->]].
apply/mapP=> -[c _ [eq_ji _]]; by rewrite -eq_ji Ij in Ii.
Qed.

Lemma greatest_le D k : k \in D -> (k <= greatest D)%N.
Proof.
elim: D => //= j D IHD; rewrite inE => /predU1P[-> | /IHD le_k]; first exact: leq_maxl.
exact: leq_trans le_k (leq_maxr _ _).
Qed.

Lemma mem_basis d D a : (a \in basis d D) = (size a == d) && (sumn a \in D).
Proof.
rewrite mem_filter mem_boxes; case: (boolP (_ \in D)) => [/greatest_le->|]; last by rewrite andbF.
by rewrite andbT.
Qed.

Lemma uniq_basis d D : uniq (basis d D). Proof. by rewrite filter_uniq ?uniq_boxes. Qed.

(** ** Soundness *)

Section Soundness.

Variables (R : realFieldType) (c : R) (d : nat) (m : numeral) (D : seq nat).
Hypothesis root_c : c ^+ size m = number c m.

Local Notation W := {mpoly R[d]}.
Local Notation mono := (mono d).
Local Notation number := (number c).
Local Notation form := (form c d).
Implicit Types (p : trie numeral) (P : W).

Definition holds (k : nat) p P := {in monomials d k, forall a, number (at_key a p) = P@_(mono a)}.

Lemma mcoeff_var (i : 'I_d) P a : size a = d ->
  ('X_i * P)@_(mono a) = if (0 < nth 0%N a i)%N then P@_(mono (lower a i)) else 0.
Proof.
move=> sz_a; rewrite mulrC; case: ifP => [a_i | a_i].
  rewrite (_ : mono a = U_(i) + mono (lower a i))%MM ?mcoeffMX //.
  apply/mnmP=> j; rewrite mnmDE mnm1E !mnmE nth_set_nth /=.
  rewrite -val_eqE eq_sym; case: (altP eqP) => [eq_ji | _] //.
  by rewrite eq_ji add1n prednK.
rewrite [P]mpolyE mulr_suml raddf_sum big1 // => b _ /=.
rewrite -scalerAl mcoeffZ -mpolyXD mcoeffX; case: eqP => [/mnmP/(_ i)|_]; last by rewrite mulr0.
by rewrite mnmDE mnm1E eqxx addn1 mnmE => eq_a; rewrite -eq_a in a_i.
Qed.

Lemma lower_monomials a k i : a \in monomials d k.+1 -> (0 < nth 0%N a i)%N ->
  lower a i \in monomials d k.
Proof.
move=> a_k a_i; have sz_a := size_monomials a_k; have lt_i : (i < d)%N.
  by rewrite -sz_a ltnNge; apply/negP=> le_i; rewrite nth_default in a_i.
have sz_l : size (lower a i) = d by rewrite size_set_nth sz_a; apply/maxn_idPr.
suff <- : sumn (lower a i) = k by rewrite -{1}sz_l mem_monomials.
apply/eqP; rewrite -eqSS -(sumn_monomials a_k) -!(@mdeg_mono d) //.
have -> : mono a = (U_(Ordinal lt_i) + mono (lower a i))%MM.
  apply/mnmP=> j; rewrite mnmDE mnm1E !mnmE nth_set_nth /=.
  rewrite -val_eqE /= eq_sym; case: (altP eqP) => [-> | _] //.
  by rewrite add1n prednK.
by rewrite mdegD mdeg1.
Qed.

Lemma times_holds l k p P : holds k p P -> holds k.+1 (times d m l k p) (form l * P).
Proof.
move=> kP a a_k; have sz_a := size_monomials a_k.
rewrite /at_key /times lookup_inserts a_k /= number_sum big_map big_filter.
rewrite -[X in iota 0 X]subn0 -/(index_iota 0 d) big_mkord mulr_suml raddf_sum big_mkcond.
apply: eq_bigr => i _ /=; rewrite -scalerAl mcoeffZ mcoeff_var //.
case: ifP => [a_i | _]; last by rewrite mulr0.
by rewrite (numberM root_c) kP ?lower_monomials.
Qed.

Lemma powers_holds l k e p P i : holds k p P -> (i <= e)%N ->
  holds (k + i) (nth empty (powers d m l k e p) i) (form l ^+ i * P).
Proof.
elim: e k p P i => [|e IHe] k p P [|i] //= kP; rewrite ?addn0 ?expr0 ?mul1r //.
rewrite ltnS => le_i; rewrite exprSr -mulrA addnS -addSn; apply: IHe => //.
exact: times_holds.
Qed.

Lemma size_powers l k e p : size (powers d m l k e p) = e.+1.
Proof. by elim: e k p => //= e IHe k p; rewrite IHe. Qed.

Definition products (ls : seq (seq numeral)) (b : seq nat) : W :=
  \prod_(le <- zip ls b) form le.1 ^+ le.2.

Lemma diagonal_sumP ls pre k e p P : holds k p P -> sumn pre = k -> (size pre + size ls)%N = d ->
  number (diagonal_sum d m D ls pre k e p)
  = \sum_(b <- boxes (size ls) e | (k + sumn b)%N \in D) (products ls b * P)@_(mono (pre ++ b)).
Proof.
elim: ls pre k e p P => [|l ls IHls] pre k e p P kP sum_pre sz_pre.
  rewrite /= big_mkcond big_seq1 addn0 cats0; case: (k \in D) => //=.
  rewrite /products big_nil mul1r kP //.
  by rewrite -sum_pre -{1}sz_pre addn0 mem_monomials.
rewrite -[diagonal_sum _ _ _ _ _ _ _ _]/(nsum [seq diagonal_sum d m D ls (rcons pre ip.1) (k + ip.1) (e - ip.1) ip.2
  | ip <- zip (iota 0 e.+1) (powers d m l k e p)]) number_sum big_map -[boxes _ _]/(flatten [seq [seq i :: b | b <- boxes (size ls) (e - i)] | i <- iota 0 e.+1]).
rewrite big_flatten big_map (big_nth (0%N, empty)) size_zip size_iota size_powers minnn.
rewrite -/(index_iota 0 e.+1) !big_mkord; apply: eq_bigr => i _.
rewrite nth_zip ?size_iota ?size_powers // nth_iota // add0n big_map.
have le_i : (i <= e)%N by rewrite -ltnS.
rewrite (IHls _ _ _ _ (form l ^+ i * P)) ?sumn_rcons ?sum_pre ?size_rcons ?addSnnS //; last exact: powers_holds.
apply: eq_big => [b | b _]; first by rewrite /= addnA.
by rewrite /products /= big_cons cat_rcons mulrA [form l ^+ i * _]mulrC.
Qed.

Lemma one_holds : holds 0 (insert (nseq d 0%N) [:: 1%BZ] empty) 1.
Proof.
move=> a a_0; rewrite /at_key lookup_insert mcoeff1.
have sz_a := size_monomials a_0; have sum_a := sumn_monomials a_0.
have -> : a = nseq d 0%N by rewrite -sz_a; apply/natnseq0P/eqP.
rewrite eqxx /= mulr0 addr0 (_ : mono _ = 0%MM) ?eqxx //.
by apply/mnmP=> i; rewrite mnmE mnm0E nth_nseq ltn_ord.
Qed.

Section Trace.

Variables (N : nat) (S : seq (seq nat)) (V : seq (seq numeral)).
Hypothesis acts_S : acts_on_forms d N S m V.

Local Notation G := (group_of N S).
Local Notation F := (polynomials_under c d N G V D).
Local Notation moved := (moved c d V).
Local Notation monomial a := ('X_[mono a] : W).

Lemma moved_products (s : seq nat) a : is_perm N s -> size a = d ->
  moved (permutation N s) (monomial a) = products [seq nth [::] V (nth 0%N s i) | i <- iota 0 d] a.
Proof.
move=> perm_s sz_a; rewrite /claimsOfMatrices.moved comp_mpolyX /products.
have le_dN : (d <= N)%N by case/and4P: acts_S.
rewrite (big_nth ([::], 0%N)) size_zip size_map size_iota sz_a minnn big_mkord.
apply: eq_bigr => i _; rewrite tnth_mktuple nth_zip ?size_map ?size_iota // mnmE /=.
rewrite (nth_map 0%N) ?size_iota // nth_iota // image_permutation //.
exact: leq_trans (ltn_ord i) le_dN.
Qed.

Local Notation I := 'I_(size (basis d D)).
Let exps (i : I) : seq nat := nth [::] (basis d D) i.

Definition unit_monomial (i : I) : space F := monomial (exps i).
Definition monomial_coefficient (i : I) (p : space F) : R := (p : W)@_(mono (exps i)).

Lemma exps_basis i : exps i \in basis d D. Proof. exact: mem_nth. Qed.

Lemma monomial_span (f : space F) : member f ->
  f = \sum_i monomial_coefficient i f *: unit_monomial i.
Proof.
move=> Df; apply/mpolyP=> b; rewrite raddf_sum /=; have [a sz_a <-] := mono_onto b.
under eq_bigr do rewrite mcoeffZ mcoeffX.
have [Da | no_a] := boolP (a \in basis d D).
  have lt_a : (index a (basis d D) < size (basis d D))%N by rewrite index_mem.
  rewrite (bigD1 (Ordinal lt_a)) //= big1 ?addr0 => [|i ne_i].
    by rewrite /monomial_coefficient /exps nth_index // eqxx mulr1.
  case: eqP => [/mono_inj eq_a|_]; last by rewrite mulr0.
  have /andP[/eqP sz_i _] : (size (exps i) == d) && (sumn (exps i) \in D) by rewrite -mem_basis exps_basis.
  case/eqP: ne_i; apply: val_inj; rewrite /= -(eq_a sz_i sz_a) /exps index_uniq ?uniq_basis //.
rewrite big1 => [|i _].
  apply/memN_msupp_eq0/negP => fa; case/negP: no_a.
  by rewrite mem_basis sz_a eqxx -(mdeg_mono sz_a) Df.
case: eqP => [/mono_inj eq_a|_]; last by rewrite mulr0.
have /andP[/eqP sz_i _] : (size (exps i) == d) && (sumn (exps i) \in D) by rewrite -mem_basis exps_basis.
by case/negP: no_a; rewrite -(eq_a sz_i sz_a) exps_basis.
Qed.

Definition character_of (g : 'S_N) : R := trace_on unit_monomial monomial_coefficient g.

Theorem trace_valueP s : is_perm N s ->
  number (trace_value d m D V s) = character_of (permutation N s).
Proof.
move=> perm_s; rewrite /trace_value (diagonal_sumP _ one_holds) ?size_map ?size_iota //.
rewrite -big_filter -/(basis d D) (big_nth [::]) big_mkord; apply: eq_bigr => i _.
rewrite mulr1 cat0s -moved_products //.
have : (size (exps i) == d) && (sumn (exps i) \in D) by rewrite -mem_basis exps_basis.
by case/andP=> /eqP.
Qed.

Theorem character_entry : class_function G character_of /\
  exists F' (dot' : space F' -> space F' -> R) e, trace_entry G F character_of dot' e.
Proof.
have EF := polynomials_under_euclidean root_c acts_S D.
have lin i : linear (monomial_coefficient i : space F -> R^o).
  by move=> a p q; rewrite /monomial_coefficient mcoeffD mcoeffZ.
have Fu i : member (unit_monomial i).
  move=> b; rewrite msuppX inE => /eqP->.
  have : (size (exps i) == d) && (sumn (exps i) \in D) by rewrite -mem_basis exps_basis.
  by case/andP=> /eqP sz_i; rewrite mdeg_mono.
split; first exact: (trace_on_class EF lin Fu monomial_span).
apply: (trace_on_entry EF _ lin Fu monomial_span).
exact: (gdot_eq0 acts_S).
Qed.

End Trace.

End Soundness.
