import { munkres } from 'munkres';
import { compete, weightOfPlacement } from '../contestant.mjs';

await compete((instance) => {
  const { n, m, cap, ptr, col, w } = instance;
  const bonus = weightOfPlacement(instance);
  const slotOfSeat = [];
  const firstSeat = [];
  for (let q = 0; q < m; q++) {
    firstSeat.push(slotOfSeat.length);
    for (let s = 0; s < cap[q]; s++) slotOfSeat.push(q);
  }
  const isPair = Array.from({ length: n }, () => new Set());
  const cost = Array.from({ length: n }, (_, i) => {
    const row = new Array(slotOfSeat.length).fill(0);
    for (let e = ptr[i]; e < ptr[i + 1]; e++) {
      isPair[i].add(col[e]);
      for (let s = 0; s < cap[col[e]]; s++) row[firstSeat[col[e]] + s] = -bonus - w[e];
    }
    return row;
  });
  const slotOf = new Int32Array(n).fill(-1);
  for (const [i, seat] of munkres(cost)) if (isPair[i].has(slotOfSeat[seat])) slotOf[i] = slotOfSeat[seat];
  return slotOf;
});
