import type { ServiceTime } from './model.ts';

/** Service times: lognormal, drawn by inversion, so that one uniform number makes one time. */

const MINUTE_MS = 60_000;

/** The number that a share `u` of a lognormal kind does not exceed, 0 < u < 1. */
export function lognormal(mean: number, squaredVariation: number, u: number): number {
  if (squaredVariation === 0) return mean;
  const variance = Math.log1p(squaredVariation);
  return mean * Math.exp(Math.sqrt(variance) * normalQuantile(u) - variance / 2);
}

/** The time that a share `u` of services do not exceed, 0 < u < 1; milliseconds. */
export function serviceMs({ meanMinutes, squaredVariation }: ServiceTime, u: number): number {
  return lognormal(meanMinutes * MINUTE_MS, squaredVariation, u);
}

/**
 * The whole time of a service that has already lasted `elapsedMs`, at a share `u` of those that last
 * longer. Far beyond any service seen the lognormal's own tail decides; where every service takes the
 * mean, whoever is over it is just being done.
 */
export function serviceBeyondMs(service: ServiceTime, elapsedMs: number, u: number): number {
  if (elapsedMs <= 0) return serviceMs(service, u);
  const variance = Math.log1p(service.squaredVariation);
  const meanMs = service.meanMinutes * MINUTE_MS;
  if (variance === 0) return Math.max(meanMs, elapsedMs);
  const sigma = Math.sqrt(variance);
  const z = (Math.log(elapsedMs / meanMs) + variance / 2) / sigma;
  const beyond = Math.max(normalTail(z), Number.MIN_VALUE);
  // By the upper tail, where a share near 1 would have lost its digits.
  const drawn = -normalQuantile(beyond * (1 - u));
  return Math.max(elapsedMs, meanMs * Math.exp(sigma * drawn - variance / 2));
}

/** The share of a standard normal above z: Numerical Recipes' Chebyshev fit of erfc, error below 1.2e-7 of it. */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 2 / (2 + x);
  const power =
    -x * x -
    1.26551223 +
    t *
      (1.00002368 +
        t *
          (0.37409196 +
            t *
              (0.09678418 +
                t *
                  (-0.18628806 +
                    t *
                      (0.27886807 +
                        t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))));
  const tail = (t * Math.exp(power)) / 2;
  return z >= 0 ? tail : 1 - tail;
}

const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
] as const;
const B = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
] as const;
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const;
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const;
const LOW = 0.02425;

/** The standard normal's quantile: Peter Acklam's rational fit, relative error below 1.2e-9. */
export function normalQuantile(u: number): number {
  if (u < LOW) return tailQuantile(Math.sqrt(-2 * Math.log(u)));
  if (u > 1 - LOW) return -tailQuantile(Math.sqrt(-2 * Math.log1p(-u)));
  const q = u - 0.5;
  const r = q * q;
  return (
    ((((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q) /
    (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1)
  );
}

function tailQuantile(q: number): number {
  return (
    (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]) /
    ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1)
  );
}
