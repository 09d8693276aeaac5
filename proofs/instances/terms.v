(** * Polynomials as lists of terms                                           *)
(*                                                                            *)
(* A term is a sequence of d exponents and an integer coefficient.            *)
(*                                                                            *)
(*          mono d a == the monomial with the exponents a                     *)
(*      poly R d ts == the polynomial with the terms ts                       *)
(*    move_term d s t == the term that the permutation s moves t to           *)
(*        dotz ts m == the inner product of ts and of the terms gathered in m *)
(*     monomials d k == all sequences of d exponents with sum k               *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition zsum (zs : seq Z) : Z := foldr Z.add 0%BZ zs.

Lemma zr_zsum (R : realFieldType) zs : zr R (zsum zs) = \sum_(z <- zs) zr R z.
Proof. by elim: zs => [|z zs IHz]; rewrite ?big_nil ?big_cons //= zrD IHz. Qed.

Notation term := (seq nat * Z)%type.

Section Computation.

Variable d : nat.
Implicit Types (a : seq nat) (t : term).

Definition raise a i e := set_nth 0%N a i (nth 0%N a i + e)%N.

Definition shift_points (pes : seq (nat * nat)) : seq nat :=
  foldr (fun pe a => raise a (coordinate_index d pe.1) pe.2) (nseq d 0%N) pes.

Definition turn_points (pes : seq (nat * nat)) : bool :=
  foldr (fun pe b => ((d <= pe.1)%N && odd pe.2) (+) b) false pes.

Definition move_term s t : term :=
  let pes := zip (take d s) t.1 in
  (shift_points pes, if turn_points pes then Z.opp t.2 else t.2).

Definition dotz (ts : seq term) (m : trie Z) : Z :=
  zsum [seq (t.2 * total t.1 m)%BZ | t <- ts].

Definition well_formed (ts : seq term) := all (fun t => size t.1 == d) ts.

Definition of_degrees (D : seq nat) (ts : seq term) := all (fun t => sumn t.1 \in D) ts.

End Computation.

Fixpoint monomials (d k : nat) : seq (seq nat) :=
  if d is d'.+1 then
    flatten [seq [seq i :: a | a <- monomials d' (k - i)] | i <- iota 0 k.+1]
  else if k is 0 then [:: [::]] else [::].

Lemma mem_monomials a : a \in monomials (size a) (sumn a).
Proof.
elim: a => // i a IHa; rewrite -[sumn _]/(i + sumn a)%N.
apply/flatten_mapP; exists i; first by rewrite mem_iota add0n ltnS leq_addr.
by rewrite addKn map_f.
Qed.

Lemma size_monomials d k a : a \in monomials d k -> size a = d.
Proof.
elim: d k a => [|d IHd] k a; first by case: k => //; rewrite inE => /eqP->.
by case/flatten_mapP=> i _ /mapP[b /IHd <- ->].
Qed.

Section Terms.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)).
Hypothesis perm_S : all (is_perm N) S.
Hypothesis sign_S : moves_coordinates d N S.

Local Notation G := (group_of N S).
Local Notation V := {mpoly R[d]}.
Local Notation coord := (coordinate R d).
Local Notation zr := (zr R).

Definition mono (a : seq nat) : 'X_{1..d} := [multinom nth 0%N a i | i < d].

Definition poly (ts : seq term) : V := \sum_(t <- ts) zr t.2 *: 'X_[mono t.1].

Lemma mono_inj a b : size a = d -> size b = d -> mono a = mono b -> a = b.
Proof.
move=> sz_a sz_b /mnmP eq_ab; apply: (@eq_from_nth _ 0%N); rewrite sz_a // => i lt_i.
by have := eq_ab (Ordinal lt_i); rewrite !mnmE.
Qed.

Lemma mdeg_mono a : size a = d -> mdeg (mono a) = sumn a.
Proof.
move=> sz_a; rewrite mdegE sumnE (big_nth 0%N) sz_a big_mkord.
by apply: eq_bigr => i _; rewrite mnmE.
Qed.

Lemma mono_onto m : exists2 a, size a = d & mono a = m.
Proof.
exists [seq m i | i <- enum 'I_d]; first by rewrite size_map size_enum_ord.
by apply/mnmP=> i; rewrite mnmE (nth_map i) ?size_enum_ord // nth_ord_enum.
Qed.

Lemma size_raise a i e : size a = d -> (i < d)%N -> size (raise a i e) = d.
Proof. by move=> sz_a lt_i; rewrite size_set_nth sz_a; apply/maxn_idPr. Qed.

Lemma mono_raise a i e (lt_i : (i < d)%N) : size a = d ->
  mono (raise a i e) = (mono a + U_(Ordinal lt_i) *+ e)%MM.
Proof.
move=> sz_a; apply/mnmP=> j; rewrite mnmDE mulmnE mnm1E !mnmE nth_set_nth /=.
rewrite -val_eqE /= [i == _]eq_sym; case: eqP => [->|_]; first by rewrite muln1.
by rewrite muln0 addn0.
Qed.

Lemma points_product pes : all (fun pe => pe.1 < d + d)%N pes ->
  size (shift_points d pes) = d /\
  \prod_(pe <- pes) coord pe.1 ^+ pe.2
    = (-1) ^+ turn_points d pes *: 'X_[mono (shift_points d pes)] :> V.
Proof.
elim: pes => [_ | [p e] pes IHpes /= /andP[lt_p /IHpes[sz_s prod_s]]].
  rewrite size_nseq big_nil expr0 scale1r; split=> //.
  rewrite (_ : mono _ = 0%MM) ?mpolyX0 //.
  by apply/mnmP=> i; rewrite mnmE mnm0E nth_nseq ltn_ord.
have lt_i : (coordinate_index d p < d)%N.
  by rewrite /coordinate_index; case: (ltnP p d) => // le_p; rewrite ltn_subLR.
split; first exact: size_raise.
rewrite big_cons prod_s coord_power //= insubT (mono_raise _ lt_i sz_s).
rewrite -scalerAl -scalerAr scalerA mpolyXD [in RHS]mulrC; congr (_ *: _).
rewrite -signr_odd oddM; case: (d <= p)%N => /=; last by rewrite mul1r.
by rewrite signr_addb.
Qed.

Lemma zip_lt s (a : seq nat) :
  is_perm N s -> all (fun pe : nat * nat => pe.1 < d + d)%N (zip (take d s) a).
Proof.
case/and3P=> _ /allP lt_s _; apply/allP=> -[p e] /=.
move=> zip_p.
have /mem_take/lt_s : p \in take d s.
  elim: (take d s) a zip_p => [|q r IHr] [|b a] //=.
  by rewrite !inE => /predU1P[[-> _]|/IHr->]; rewrite ?eqxx ?orbT.
by move/leq_trans; apply; apply: points_ge sign_S.
Qed.

Lemma size_move_term s t : is_perm N s -> size (move_term d s t).1 = d.
Proof. by move=> perm_s; have [] := points_product (zip_lt t.1 perm_s). Qed.

Lemma move_mono s t : is_perm N s -> size t.1 = d ->
  move (permutation N s) (zr t.2 *: 'X_[mono t.1])
  = zr (move_term d s t).2 *: 'X_[mono (move_term d s t).1] :> V.
Proof.
move=> perm_s sz_t; have [_] := points_product (zip_lt t.1 perm_s).
rewrite /move_term /=; set pes := zip _ _; have sz_s := is_perm_size perm_s.
have le_d : (d <= size s)%N by rewrite sz_s (points_le sign_S).
rewrite /move linearZ /= comp_mpolyX.
have -> : \prod_(i < d) tnth [tuple coord (image (permutation N s) j) | j < d] i ^+ (mono t.1) i
    = \prod_(pe <- pes) coord pe.1 ^+ pe.2.
  have sz_p : size pes = d by rewrite size_zip size_takel // sz_t minnn.
  rewrite (big_nth (0, 0)%N) sz_p big_mkord; apply: eq_bigr => i _.
  rewrite tnth_mktuple mnmE nth_zip ?size_takel // nth_take //=.
  by rewrite image_permutation // (ord_lt sign_S).
move=> ->; rewrite scalerA; congr (_ *: _); case: turn_points.
  by rewrite zrN expr1 mulrN1.
by rewrite expr0 mulr1.
Qed.

Lemma poly_cons t ts : poly (t :: ts) = zr t.2 *: 'X_[mono t.1] + poly ts.
Proof. exact: big_cons. Qed.

Lemma move_poly s ts : is_perm N s -> well_formed d ts ->
  move (permutation N s) (poly ts) = poly (map (move_term d s) ts).
Proof.
move=> perm_s; elim: ts => [_|t ts IHts /= /andP[/eqP sz_t wf_ts]].
  by rewrite /poly !big_nil /move linear0.
by rewrite !poly_cons -IHts // -move_mono // /move linearD.
Qed.

Lemma well_formed_move s ts : is_perm N s -> well_formed d (map (move_term d s) ts).
Proof. by move=> perm_s; apply/allP=> _ /mapP[t _ ->]; rewrite size_move_term. Qed.

Lemma mcoeff_poly k ts : size k = d -> well_formed d ts ->
  (poly ts)@_(mono k) = zr (total k (gather ts)).
Proof.
move=> sz_k /allP wf_ts; rewrite total_gather raddf_sum [RHS]big_mkcond /=.
rewrite !big_seq; apply: eq_bigr => t /wf_ts/eqP sz_t; rewrite mcoeffZ mcoeffX.
case: eqP => [/mono_inj-> // | ne_k]; first by rewrite eqxx mulr1.
rewrite mulr0; case: eqP => // eq_k; by case: ne_k; rewrite eq_k.
Qed.

Lemma mdot_poly ts us : well_formed d ts -> well_formed d us ->
  mdot (poly ts) (poly us) = zr (dotz ts (gather us)).
Proof.
move=> /allP wf_ts wf_us; rewrite mdotC mdot_sumr /dotz zr_zsum big_map.
rewrite !big_seq; apply: eq_bigr => t /wf_ts/eqP sz_t.
by rewrite mdotC mdotX zrM mcoeff_poly.
Qed.

Lemma poly_member D ts : well_formed d ts -> of_degrees D ts ->
  member (poly ts : space (polynomials R d N D)).
Proof.
move=> wf_ts deg_ts; have EF := polynomials_euclidean R perm_S sign_S D.
rewrite /poly big_seq; apply: (member_sum EF) => t ts_t m /=.
rewrite msuppX inE => /eqP->; rewrite mdeg_mono ?(allP deg_ts) //.
by apply/eqP/(allP wf_ts).
Qed.

(* Every polynomial of the class is a combination of listed monomials.        *)
Lemma mem_all_monomials (D : seq nat) (p : space (polynomials R d N D)) m :
    member p -> m \in msupp p ->
  exists2 a, a \in flatten [seq monomials d k | k <- D] & mono a = m.
Proof.
move=> Dp /Dp; have [a sz_a <-] := mono_onto m; rewrite mdeg_mono // => Da.
exists a => //; apply/flatten_mapP; exists (sumn a) => //.
by rewrite -{1}sz_a mem_monomials.
Qed.

End Terms.
