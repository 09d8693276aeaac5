(** * The trace of a class of functions is a matrix entry                     *)
(*                                                                            *)
(* A class F with the basis u_i and the coordinates lam_i has the trace       *)
(* tau (g) = sum of lam_i (g.u_i). Over an ordered field there are orthogonal *)
(* e_k, but no orthonormal ones: tau (g) is the sum of dot (g.e_k) e_k over   *)
(* dot e_k e_k. With these weights in the inner product of as many copies of  *)
(* F, tau is the one matrix entry dot (g.e) e, and what has been proved of    *)
(* entries (modules.v, linearProgramme.v, rankBound.v) holds for tau.         *)
(*                                                                            *)
(*    copies F q == the families of functions of F indexed like the weights q *)
(*  copies_dot dot q == the sum of the inner products with these weights      *)
(* trace_entry G F tau F' dot' e == dot' (g.e) e is tau g, what is exact or   *)
(*                     weak on F is so on F', and weights under which the     *)
(*                     average of e is invariant are exact on F               *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims modules classFunctions.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** Copies *)

Section Copies.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Variables (n : nat) (q : 'I_n -> R).
Hypothesis q_ge0 : forall k, 0 <= q k.

Definition copies : functions R gT :=
  @Functions R gT [lmodType R of {ffun 'I_n -> space F}]
    (fun g f => [ffun k => act g (f k)])
    (fun f => \sum_k q k * square (f k))
    (fun f => forall k, member (f k)).

Definition copies_dot (f f' : space copies) : R := \sum_k q k * dot (f k) (f' k).

Theorem copies_euclidean : euclidean G copies_dot.
Proof.
split=> /=.
- by move=> g a u v; apply/ffunP=> k; rewrite !ffunE; apply: (act_linear EF).
- by move=> v; apply/ffunP=> k; rewrite ffunE (act1v EF).
- by move=> g h Gg Gh v; apply/ffunP=> k; rewrite !ffunE (actMv EF).
- move=> u a v v'; rewrite /copies_dot scaler_sumr -big_split; apply: eq_bigr => k _ /=.
  by rewrite !ffunE (dot_linear EF) mulrDr mulrCA.
- by move=> u v; apply: eq_bigr => k _; rewrite (dotC EF).
- by move=> g Gg u v; apply: eq_bigr => k _; rewrite !ffunE (dot_act EF).
- by move=> v; apply: eq_bigr => k _; rewrite (dot_square EF).
- by move=> v; apply: sumr_ge0 => k _; rewrite mulr_ge0 ?(dot_ge0 EF).
- by move=> k; rewrite ffunE; apply: (member0 EF).
- by move=> a u v Fu Fv k; rewrite !ffunE; apply: (member_linear EF).
by move=> g Gg v Fv k; rewrite ffunE; apply: (member_act EF).
Qed.

Lemma average_copies (w : gT -> R) (f : space copies) k :
  average G (F := copies) w f k = average G w (f k).
Proof.
rewrite /average sum_ffunE; apply: eq_bigr => g _; by rewrite !ffunE.
Qed.

Lemma exact_copies w : exact G F w -> exact G copies w.
Proof.
move=> ex_w f Ff h Gh; apply/ffunP=> k.
by rewrite ffunE !average_copies ex_w.
Qed.

Lemma weak_copies eps w : \sum_(g in G) w g = 1 -> weak G F eps w -> weak G copies eps w.
Proof.
move=> sum_w /(weakP EF _ sum_w) wk; apply/(weakP copies_euclidean _ sum_w) => f Ff.
rewrite -[square (average _ _ _)]/(\sum_k _) -[square (fixed_average _ _)]/(\sum_k _).
rewrite -[square f]/(\sum_k _) -!sumrB mulr_sumr; apply: ler_sum => k _.
have -> : fixed_average G (F := copies) f k = fixed_average G (f k).
  by rewrite !(fixed_averageE) average_copies.
by rewrite average_copies -!mulrBr mulrCA ler_wpmul2l ?wk.
Qed.

End Copies.

(** ** Orthogonal functions *)

Section Orthogonal.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Hypothesis dot_eq0 : forall v : space F, dot v v = 0 -> v = 0.

Let onto (es : seq (space F)) (v : space F) : space F := \sum_(e <- es) (dot v e / dot e e) *: e.

Let onto_sub es u v : onto es (u - v) = onto es u - onto es v.
Proof.
rewrite /onto -sumrB; apply: eq_bigr => e _.
by rewrite (dotBl EF) mulrBl scalerBl.
Qed.

Let onto_adjoint es u v : dot (onto es u) v = dot u (onto es v).
Proof.
rewrite /onto (dot_suml EF) (dot_sumr EF); apply: eq_bigr => e _.
by rewrite (dotC EF e v) mulrAC [RHS]mulrAC [dot u e * _]mulrC.
Qed.

Lemma orthogonal (us : seq (space F)) : {in us, forall u, member u} ->
  exists es : seq (space F),
    [/\ {in es, forall e, member e}, {in es, forall e, dot e e != 0},
        {in es, forall e, onto es e = e} & {in us, forall u, onto es u = u}].
Proof.
elim: us => [|u us IHus] Fus; first by exists [::].
have Fu : member u by apply: Fus; rewrite mem_head.
have [v us_v|es [Fes nz_e fix_e fix_u]] := IHus; first by apply: Fus; rewrite inE us_v orbT.
pose r := u - onto es u.
have onto_onto v : onto es (onto es v) = onto es v.
  rewrite {2 3}/onto {1}/onto big_seq [RHS]big_seq.
  transitivity (\sum_(e <- es) (dot v e / dot e e) *: onto es e).
    rewrite /onto; under [RHS]eq_bigr do rewrite scaler_sumr; rewrite exchange_big -big_seq /=.
    apply: eq_bigr => e _; rewrite (dot_suml EF) mulr_suml scaler_suml.
    by apply: eq_bigr => f _; rewrite scalerA -mulrA.
  by rewrite big_seq; apply: eq_bigr => e es_e; rewrite fix_e.
have r_fixed v : onto es v = v -> dot v r = 0.
  by move=> fix_v; rewrite /r (dotBr EF) -onto_adjoint fix_v subrr.
have [r0 | nz_r] := eqVneq (dot r r) 0.
  exists es; split=> // v; rewrite inE => /predU1P[-> | /fix_u //].
  by apply/esym/eqP; rewrite -subr_eq0 -/r (dot_eq0 r0).
exists (r :: es); have ontoE v : onto (r :: es) v = (dot v r / dot r r) *: r + onto es v.
  by rewrite /onto big_cons.
have keep v : onto es v = v -> onto (r :: es) v = v.
  by move=> fix_v; rewrite ontoE r_fixed // mul0r scale0r add0r.
split.
- move=> e; rewrite inE => /predU1P[-> | /Fes //]; apply: (member_sub EF) => //.
  rewrite /onto big_seq; apply: (member_sum EF) => f; exact: Fes.
- by move=> e; rewrite inE => /predU1P[-> | /nz_e].
- move=> e; rewrite inE => /predU1P[-> | es_e]; last by apply/keep/fix_e.
  by rewrite ontoE divff // scale1r {3}/r onto_sub onto_onto subrr addr0.
move=> v; rewrite inE => /predU1P[-> | us_v]; last by apply/keep/fix_u.
have ur : dot u r = dot r r.
  by rewrite -[LHS]subr0 -(r_fixed (onto es u) (onto_onto u)) -(dotBl EF).
by rewrite ontoE ur divff // scale1r /r subrK.
Qed.

End Orthogonal.

(** ** The trace *)

Section Trace.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT).
Implicit Types (w tau : gT -> R).

Record trace_entry tau (F' : functions R gT) (dot' : space F' -> space F' -> R) (e : space F') : Prop := TraceEntry {
  entry_euclidean : euclidean G dot';
  entry_member : member e;
  entry_trace : {in G, forall g, dot' (act g e) e = tau g};
  entry_exact : forall w, exact G F w -> exact G F' w;
  entry_weak : forall eps w, \sum_(g in G) w g = 1 -> weak G F eps w -> weak G F' eps w;
  entry_eq0 : forall v : space F', dot' v v = 0 -> v = 0;
  exact_entry : forall w, {in G, forall h, act h (average G w e) = average G w e} -> exact G F w
}.

Variable dot : space F -> space F -> R.
Hypothesis EF : euclidean G dot.
Hypothesis dot_eq0 : forall v : space F, dot v v = 0 -> v = 0.
Variables (I : finType) (u : I -> space F) (lam : I -> space F -> R).
Hypothesis (lam_linear : forall i, linear (lam i : space F -> R^o)) (Fu : forall i, member (u i)).
Hypothesis span : forall f, member f -> f = \sum_i lam i f *: u i.

Definition trace_on g : R := \sum_i lam i (act g (u i)).

Lemma lam_sum (J : Type) (r : seq J) (a : J -> R) (v : J -> space F) i :
  lam i (\sum_(j <- r) a j *: v j) = \sum_(j <- r) a j * lam i (v j).
Proof.
rewrite -[lam i]/(Linear (lam_linear i) : space F -> R^o) linear_sum.
by apply: eq_bigr => j _; rewrite linearZ.
Qed.

Lemma trace_onM g h : g \in G -> h \in G -> trace_on (g * h)%g = trace_on (h * g)%g.
Proof.
have exp x y : x \in G -> y \in G ->
    trace_on (x * y)%g = \sum_i \sum_j lam j (act x (u i)) * lam i (act y (u j)).
  move=> Gx Gy; apply: eq_bigr => i _; rewrite (actMv EF) //.
  rewrite {1}(span (member_act EF Gx (Fu i))) (act_sum EF) lam_sum.
  by apply: eq_bigr => j _.
move=> Gg Gh; rewrite !exp // exchange_big; apply: eq_bigr => i _.
by apply: eq_bigr => j _; rewrite mulrC.
Qed.

Lemma trace_on_class : class_function G trace_on.
Proof.
move=> g h Gg Gh; rewrite conjgE trace_onM ?groupM ?groupV //.
by rewrite mulgK.
Qed.

Theorem trace_on_entry : exists F' (dot' : space F' -> space F' -> R) e, trace_entry trace_on dot' e.
Proof.
have Fus : {in [seq u i | i <- enum I], forall v, member v} by move=> _ /mapP[i _ ->].
have [es [Fes nz_e _ fix_u]] := orthogonal EF dot_eq0 Fus.
pose n := size es; pose q (k : 'I_n) := (dot es`_k es`_k)^-1.
have q_ge0 k : 0 <= q k by rewrite invr_ge0 (dot_ge0 EF).
have EF' := copies_euclidean EF q_ge0.
pose e : space (copies F q) := [ffun k : 'I_n => es`_k].
have Fe (k : 'I_n) : member es`_k by apply: Fes; apply: mem_nth.
have big_es (A : zmodType) (f : space F -> A) : \sum_(v <- es) f v = \sum_(k < n) f es`_k.
  by rewrite (big_nth 0) big_mkord.
exists (copies F q), (copies_dot dot (q := q)), e; split=> //.
- by move=> k; rewrite ffunE.
- move=> g Gg; rewrite /trace_on.
  transitivity (\sum_(k < n) \sum_i q k * (lam i (act g es`_k) * dot (u i) es`_k)).
    apply: eq_bigr => k _; rewrite !ffunE -mulr_sumr; congr (_ * _).
    rewrite {1}(span (member_act EF Gg (Fe k))) (dot_suml EF).
    by apply: eq_bigr => i _.
  rewrite exchange_big; apply: eq_bigr => i _ /=.
  rewrite -[in RHS](fix_u (u i)) ?map_f ?mem_enum // big_es (act_sum EF) lam_sum.
  by apply: eq_bigr => k _; rewrite mulrCA [LHS]mulrC [q k * _]mulrC.
- exact: exact_copies.
- by move=> eps w sum_w wk; apply: (weak_copies EF).
- move=> v; move/eqP; rewrite psumr_eq0 => [/allP v0|k _]; last by rewrite mulr_ge0 ?(dot_ge0 EF).
  apply/ffunP=> k; rewrite ffunE; have := v0 k (mem_index_enum k).
  by rewrite mulf_eq0 invr_eq0 (negPf (nz_e _ _)) ?mem_nth // => /eqP/dot_eq0.
move=> w fix_w f Ff h Gh.
have lin (J : Type) (r : seq J) (a : J -> R) (v : J -> space F) :
    average G w (\sum_(j <- r) a j *: v j) = \sum_(j <- r) a j *: average G w (v j).
  rewrite /average; under [RHS]eq_bigr do rewrite scaler_sumr; rewrite exchange_big.
  apply: eq_bigr => g _; rewrite (act_sum EF) scaler_sumr.
  by apply: eq_bigr => j _; rewrite !scalerA mulrC.
rewrite (span Ff) lin (act_sum EF); apply: eq_bigr => i _; congr (_ *: _).
rewrite -(fix_u (u i)) ?map_f ?mem_enum // big_es lin (act_sum EF).
apply: eq_bigr => k _; congr (_ *: _).
have /ffunP/(_ k) := fix_w h Gh; rewrite ffunE !average_copies ffunE.
by [].
Qed.

End Trace.
