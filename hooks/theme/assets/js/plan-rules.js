// Stacking hours: the same rules as `plan.py`, held to the same cases (`tests/cases/plan.yml`).
// A plan is a list of { work, shifts, hours }; work is { slug, host, district, sectors, least, most, shifts: [[day, start, end]] }.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const TRAVEL = [15, 30, 45];
  const WEEKS = 52;
  const MONTHS = 12;
  const DAY = 24 * 60; // minutes
  const FAR = 99; // districts that nobody joined

  // The shifts that were chosen, as far as the host still has them.
  function timesOf(chosen) {
    return chosen.shifts.filter((number) => chosen.work.shifts[number]).map((number) => chosen.work.shifts[number]);
  }

  function minutesOf(chosen) {
    return total([chosen]);
  }

  // Nobody works twice in one hour: what overlaps counts once.
  function total(plan) {
    const loose = plan.filter(({ work }) => !work.shifts.length).reduce((sum, { hours }) => sum + hours * 60, 0);
    let until = 0;
    return placed(plan).reduce((sum, [day, start, end]) => {
      const [first, last] = [day * DAY + start, day * DAY + end];
      const more = Math.max(0, last - Math.max(first, until));
      until = Math.max(until, last);
      return sum + more;
    }, loose);
  }

  function stepsBetween(one, other, steps) {
    const row = Object.prototype.hasOwnProperty.call(steps, one) ? steps[one] : {};
    return Object.prototype.hasOwnProperty.call(row, other) ? row[other] : Infinity;
  }

  function travel(one, other, steps) {
    if (one.host === other.host && one.district === other.district) return 0;
    return TRAVEL[Math.min(stepsBetween(one.district, other.district, steps), TRAVEL.length - 1)];
  }

  // Every shift with the number of its choice, by day and time.
  function placed(plan) {
    const found = plan.flatMap((chosen, number) => timesOf(chosen).map((shift) => [...shift, number]));
    return found.sort(inOrder);
  }

  // Rows by their first column that differs.
  function inOrder(one, other) {
    const place = one.findIndex((value, column) => value !== other[column]);
    if (place < 0) return 0;
    return one[place] < other[place] ? -1 : 1;
  }

  function clashes(plan, steps) {
    const all = placed(plan);
    return all.flatMap(([day, , end, first], place) =>
      all.slice(place + 1).flatMap(([itsDay, itsStart, , second]) => {
        const [one, other] = [plan[first].work, plan[second].work];
        const short = end + travel(one, other, steps) - itsStart;
        if (day !== itsDay || short <= 0) return [];
        return [{ day, first: one.slug, second: other.slug, short: itsStart >= end ? short : 0 }];
      }),
    );
  }

  function verdict(minutes, least, most) {
    if (minutes < least) return { fit: "few", minutes: least - minutes };
    if (most !== null && minutes > most) return { fit: "many", minutes: minutes - most };
    return { fit: "fits", minutes: 0 };
  }

  function offered(chosen) {
    return verdict(minutesOf(chosen), chosen.work.least * 60, chosen.work.most * 60);
  }

  // `rule` is [least, most] in hours, each null as long as the programme has not said it.
  function asked(minutes, [least, most]) {
    if (least === null && most === null) return { fit: "unknown", minutes: 0 };
    return verdict(minutes, (least || 0) * 60, most === null ? null : most * 60);
  }

  // `amounts` in cents: { hour, month, year }; whole numbers, so that no browser rounds in another way.
  function ceiling(minutes, amounts) {
    const limits = [
      ["hour", (minutes * amounts.hour * WEEKS) / (60 * MONTHS * 100)],
      ["month", amounts.month / 100],
      ["year", amounts.year / (MONTHS * 100)],
    ];
    const [limit, euros] = limits.reduce((least, one) => (one[1] < least[1] ? one : least));
    return { euros: Math.floor(euros), limit };
  }

  function withoutEachHost(plan) {
    return new Map(
      plan.map(({ work }) => [work.host, total(plan.filter((chosen) => chosen.work.host !== work.host))]),
    );
  }

  function fitting(plan, others, steps, most) {
    const taken = new Set(plan.map((chosen) => chosen.work.slug));
    const liked = new Set(plan.flatMap((chosen) => chosen.work.sectors));
    const far = (work) =>
      plan.length ? Math.min(...plan.map((chosen) => stepsBetween(chosen.work.district, work.district, steps))) : 0;
    const fits = (work) => {
      const whole = { work, shifts: work.shifts.map((_, number) => number), hours: 0 };
      return !clashes([...plan, whole], steps).some(({ first, second }) => first === work.slug || second === work.slug);
    };
    return others
      .filter((work) => work.shifts.length && !taken.has(work.slug) && fits(work))
      .map((work) => [Math.min(far(work), FAR), work.sectors.some((sector) => liked.has(sector)) ? 0 : 1, work.slug, work])
      .sort(inOrder)
      .slice(0, most)
      .map((row) => row[3]);
  }

  bb.plan = { timesOf, minutesOf, total, clashes, offered, asked, ceiling, withoutEachHost, fitting, placed };
})();
