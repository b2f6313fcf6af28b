import { ECS, LAMBDA } from "lib/campaign";
import { selectRows, type Requests } from "lib/requests";
import { createRandom, type Random } from "lib/statistics";
import { goodCampaign } from "../good-campaign.js";
import { change, checkRequests } from "../planted.js";
import type { PlantedFault } from "./planted-fault.js";

/** A faultless duet of some 6,800 pairs; its halves follow each other, the first one first. */
const duet = (): Requests => goodCampaign(1, { duet: true });

/** The duet without those of its rows that `lost` names. */
function without(lost: (duet: Requests, row: number, random: Random) => boolean): Requests {
  const whole = duet();
  const random = createRandom("lost halves");
  const rows = Array.from({ length: whole.rowCount }, (_, row) => row);
  return selectRows(
    whole,
    rows.filter((row) => !lost(whole, row, random)),
  );
}

/** The duet with the second half of this share of its pairs sent so much later. */
function apart(share: number, ms: number): Requests {
  const whole = duet();
  return change(
    whole,
    (row, random) => whole.sentFirst[row] === 0 && random.uniform() < share,
    (row) => (whole.timestampMs[row] += ms),
  );
}

/** The duet with this done to the times of the halves that were sent second. */
function secondHalf(to: (duet: Requests, row: number) => number): Requests {
  const whole = duet();
  return change(
    whole,
    (row) => whole.sentFirst[row] === 0,
    (row) => (whole.responseTimeMs[row] = to(whole, row)),
  );
}

/** The duet, and this share of Lambda's requests a second time, outside any pair. */
function besides(share: number): Requests {
  const whole = duet();
  const random = createRandom("beside the pairs");
  const rows = Array.from({ length: whole.rowCount }, (_, row) => row);
  const extra = rows.filter((row) => whole.platform[row] === LAMBDA && random.uniform() < share);
  const both = selectRows(whole, [...rows, ...extra]);
  both.pairIdHash.fill(NaN, whole.rowCount);
  return both;
}

/** The duet with a clock on ECS that gains this share of the time over the campaign. */
function drifting(share: number): Requests {
  const whole = duet();
  const [from, to] = [whole.timestampMs[0], whole.timestampMs[whole.rowCount - 1]];
  return change(
    whole,
    (row) => whole.platform[row] === ECS,
    (row) => {
      const gained = (share * (whole.timestampMs[row] - from)) / (to - from);
      whole.executionTimeMs[row] /= 1 + gained;
    },
  );
}

export const PAIR_FAULTS: readonly PlantedFault[] = [
  {
    check: "pair-halves",
    fault: "halves of Lambda that are missing from 4 % of the pairs",
    found: () =>
      checkRequests(
        "pair-halves",
        without(({ platform }, row, random) => platform[row] === LAMBDA && random.uniform() < 0.04),
      ),
    evidence: /lack Lambda's half \([34]\.\d %.* and 0 ECS's/,
    tooSmall: "halves that are missing from 0.4 % of the pairs, of either platform",
    notCalled: () =>
      checkRequests(
        "pair-halves",
        without((_, __, random) => random.uniform() < 0.002),
      ),
  },
  {
    check: "pair-distance",
    fault: "a tenth of the pairs whose halves left 40 ms apart",
    found: () => checkRequests("pair-distance", apart(0.1, 40)),
    evidence: /left 0 ms apart in the median, 40 ms at the most; .* more than 5 ms/,
    tooSmall: "all halves 4 ms apart",
    notCalled: () => checkRequests("pair-distance", apart(1, 4)),
  },
  {
    check: "pair-order",
    fault: "a second half that takes a quarter longer",
    found: () =>
      checkRequests(
        "pair-order",
        secondHalf(({ responseTimeMs }, row) => 1.25 * responseTimeMs[row]),
      ),
    evidence:
      /the half that is sent second takes 2\d\.\d % .* longer, and Lambda is the faster one/,
    tooSmall: "one that takes 2 % longer",
    notCalled: () =>
      checkRequests(
        "pair-order",
        secondHalf(({ responseTimeMs }, row) => 1.02 * responseTimeMs[row]),
      ),
  },
  {
    check: "pair-load",
    fault: "a fifth more requests to Lambda, outside any pair",
    found: () => checkRequests("pair-load", besides(0.2)),
    evidence: /% of the pairs lie in five minutes in which they differ by more than 10/,
    tooSmall: "1 % more",
    notCalled: () => checkRequests("pair-load", besides(0.002)),
  },
  {
    check: "pair-link",
    fault: "a second half that waits for the first's body on a link of 4 Mbit/s",
    found: () =>
      checkRequests(
        "pair-link",
        secondHalf(
          ({ responseTimeMs, actualPayloadKb }, row) =>
            responseTimeMs[row] + 2 * actualPayloadKb[row],
        ),
      ),
    evidence: /the half that is sent second loses .* of its response time to the first/,
    tooSmall: "the same on a link of 800 Mbit/s",
    notCalled: () =>
      checkRequests(
        "pair-link",
        secondHalf(
          ({ responseTimeMs, actualPayloadKb }, row) =>
            responseTimeMs[row] + 0.01 * actualPayloadKb[row],
        ),
      ),
  },
  {
    check: "pair-clocks",
    fault: "a clock on ECS that loses 40 % by the end of the campaign",
    found: () => checkRequests("pair-clocks", drifting(0.4)),
    evidence: /response minus execution changed by \d+ ms on ECS and by -?\d\S* ms on Lambda/,
    tooSmall: "one that loses 1 %",
    notCalled: () => checkRequests("pair-clocks", drifting(0.01)),
  },
];
