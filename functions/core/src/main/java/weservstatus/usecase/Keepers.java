package weservstatus.usecase;

/**
 * What is kept of a round's answers beyond its observations.
 *
 * @param evidence of bad ones
 * @param proofs of good ones
 */
public record Keepers(EvidenceKeeper evidence, ProofKeeper proofs) {
    /** Keeps nothing. */
    public static final Keepers NONE = new Keepers(EvidenceKeeper.NONE, ProofKeeper.NONE);
}
