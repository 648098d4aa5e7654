type Singular<Key> = Key extends `${infer Stem}_other` ? `${Stem}_one` : never;

/** The English of a part of the Chinese catalogue: a key that is missing, or one too many, does not compile. */
export type English<Part> = Readonly<Record<keyof Part | Singular<keyof Part>, string>>;
