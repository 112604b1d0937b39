// The facts of a vacancy in the words of one language: nothing that somebody wrote is translated.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  // A pattern as a list of what stands in it, in order: words, and the values that are filled in.
  function fill(pattern, values) {
    return pattern.split(/\{(\w+)\}/).map((part, place) => (place % 2 ? values[part] : part)).filter((part) => part !== "");
  }

  // An old browser may not know the plurals, lists or days of a language; it would take those of another one.
  function knows(kind, tag) {
    return Boolean(window.Intl && Intl[kind]) && Intl[kind].supportedLocalesOf(tag).length > 0;
  }

  function clock(minutes) {
    return [Math.floor(minutes / 60), minutes % 60].map((number) => String(number).padStart(2, "0")).join(":");
  }

  // Runs as its own first letter does, whichever way the words around it are read.
  function apart(words, lang) {
    return bb.make("bdi", { lang: lang || false }, words);
  }

  function dayIn(tag, day) {
    const [year, month, date] = day.split("-");
    if (!knows("DateTimeFormat", tag)) return apart(`${Number(date)}-${Number(month)}-${year}`);
    const shape = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    const locale = tag === "en" ? "en-GB" : tag; // the day before the month, as here
    return new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, shape).format(new Date(`${day}T12:00:00Z`));
  }

  function listed(tag, names) {
    return knows("ListFormat", tag) ? new Intl.ListFormat(tag).format(names) : names.join(tag === "ar" ? "، " : ", ");
  }

  // Days with the same times stand in one line.
  bb.timesIn = function (tag, { days, texts }, times) {
    const found = new Map();
    times.forEach(([day, ...time]) => found.set(String(time), [...(found.get(String(time)) || []), days[day]]));
    return [...found].map(([time, names]) => {
      const [start, end] = time.split(",").map((minutes) => apart(clock(Number(minutes))));
      return fill(texts.time, { day: listed(tag, names), start, end });
    });
  };

  // Pairs of a label and its lines; each line a list of texts and elements.
  bb.toldIn = function (tag, words, facts) {
    const { own, texts } = words;
    const plurals = knows("PluralRules", tag) ? new Intl.PluralRules(tag) : { select: () => "other" };
    const counted = (key, number, values) => fill(texts[key][plurals.select(number)] || texts[key].other, values);
    const [low, high] = facts.hours;

    const rows = [
      [texts.hours, low === high ? counted("hours_one", low, { number: low }) : counted("hours_range", high, { low, high })],
      [texts.when, ...(facts.times ? bb.timesIn(tag, words, facts.times) : [[texts.when_free]])],
      [texts.where, [apart(facts.district, own)]],
      facts.wage ? [texts.wage, [apart(facts.wage, own)]] : [texts.reward, [facts.reward ? texts.reward_yes : texts.reward_no]],
      [texts.dutch, [texts[`dutch_${facts.dutch}`]]],
      [texts.diploma, facts.diploma ? fill(texts.diploma_yes, { name: apart(facts.diploma, own) }) : [texts.diploma_no]],
      [texts.try_out, [facts.try_out ? texts.try_out_yes : texts.try_out_no]],
    ];
    if (facts.full) return rows;
    rows.push([texts.places, counted("places_left", facts.places, { number: facts.places })]);
    if (facts.closing) rows.push([texts.closing, [dayIn(tag, facts.closing)]]);
    return rows;
  };
})();
