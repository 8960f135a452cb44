/** Exact figures of M/M/c, first come first served (Erlang 1917); minutes, rates per minute. */

/** The share of arrivals that wait. */
export function erlangC(servers: number, load: number): number {
  let blocked = 1;
  for (let each = 1; each <= servers; each++) blocked = (load * blocked) / (each + load * blocked);
  return (servers * blocked) / (servers - load * (1 - blocked));
}

export function meanWait(servers: number, arrivals: number, service: number): number {
  return erlangC(servers, arrivals * service) / (servers / service - arrivals);
}

/** The share of arrivals that wait longer than this. */
export function waitsLonger(servers: number, arrivals: number, service: number, minutes: number): number {
  return erlangC(servers, arrivals * service) * Math.exp(-(servers / service - arrivals) * minutes);
}
