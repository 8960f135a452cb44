/** A stream of numbers uniform on [0, 1). */
export type Random = () => number;

/** Steps that mix a seed into every bit of the state; the generator's author asks for at least 12. */
const WARM_UP = 15;

/** sfc32, Chris Doty-Humphrey's small fast counting generator: 128 bits of state, the same stream for the same seed. */
export function randomOf(seed: number): Random {
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next: Random = () => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    c |= 0;
    return (mixed >>> 0) / 2 ** 32;
  };
  for (let step = 0; step < WARM_UP; step += 1) next();
  return next;
}

/** A lognormal number with the given mean and squared coefficient of variation. */
export function lognormal(random: Random, mean: number, squaredVariation: number): number {
  const variance = Math.log1p(squaredVariation);
  return mean * Math.exp(Math.sqrt(variance) * normal(random) - variance / 2);
}

/** A standard normal number by Box and Muller's transform. */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log1p(-random()));
  return radius * Math.cos(2 * Math.PI * random());
}
