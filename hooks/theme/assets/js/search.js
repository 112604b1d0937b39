// Search in all pages: every word must occur; titles weigh most; parts of Dutch compounds count; one typing error is forgiven.
(function () {
  "use strict";

  var input = document.getElementById("zoekvraag");
  var status = document.getElementById("zoekmelding");
  var list = document.getElementById("zoekresultaten");
  var base = list.dataset.bbBase;
  var LIMIT = 30;
  var index = null;

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function wordsOf(text) {
    return plain(text).match(/[a-z0-9]+/g) || [];
  }

  // Plural and verb endings go, so that "plekken" finds "plek" and "vacature" finds "vacatures".
  function stem(word) {
    var short = word.replace(/(en|je|jes|s|t)$/, "");
    return short.length >= 3 ? short.replace(/([b-df-hj-np-tv-z])\1$/, "$1") : word;
  }

  function prepare(pages) {
    return pages.map(function (page) {
      return {
        page: page,
        title: wordsOf(page.t),
        about: wordsOf(page.d),
        text: wordsOf(page.x),
      };
    });
  }

  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    var i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    var restA = a.slice(i);
    var restB = b.slice(i);
    return (
      restA.slice(1) === restB.slice(1) ||
      restA.slice(1) === restB ||
      restA === restB.slice(1) ||
      (restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  }

  // 4 the word itself, 3 its beginning or stem, 2 a part of a compound, 1 one typing error; 0 nothing.
  function closeness(query, root, word, forgiving) {
    if (word === query) return 4;
    if (word.startsWith(query) || stem(word) === root) return 3;
    if (query.length > 3 && word.includes(root)) return 2;
    return forgiving && query.length > 4 && isNear(query, word) ? 1 : 0;
  }

  function best(query, root, words, forgiving) {
    var most = 0;
    for (var i = 0; i < words.length && most < 4; i++) {
      most = Math.max(most, closeness(query, root, words[i], forgiving));
    }
    return most;
  }

  function score(entry, queries, forgiving) {
    var total = 0;
    for (var i = 0; i < queries.length; i++) {
      var query = queries[i];
      var root = stem(query);
      var points =
        10 * best(query, root, entry.title, forgiving) +
        3 * best(query, root, entry.about, forgiving) +
        best(query, root, entry.text, forgiving);
      if (!points) return 0;
      total += points;
    }
    return total;
  }

  function find(queries, forgiving) {
    return index
      .map(function (entry) {
        return { page: entry.page, score: score(entry, queries, forgiving) };
      })
      .filter(function (hit) {
        return hit.score > 0;
      })
      .sort(function (a, b) {
        return b.score - a.score || (a.page.u < b.page.u ? -1 : 1);
      });
  }

  function row(page) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    var text = document.createElement("p");
    link.href = base + page.u;
    link.textContent = page.t;
    text.textContent = page.d;
    item.append(link, text);
    return item;
  }

  function show() {
    var queries = wordsOf(input.value);
    list.replaceChildren();
    status.textContent = index && !queries.length ? status.dataset.bbHint : "";
    if (!queries.length || !index) return;
    var hits = find(queries, false);
    if (!hits.length) hits = find(queries, true);
    var words = status.dataset;
    status.textContent =
      hits.length === 0 ? words.bbNone : hits.length === 1 ? words.bbOne : words.bbMany.replace("{number}", hits.length);
    list.replaceChildren.apply(
      list,
      hits.slice(0, LIMIT).map(function (hit) {
        return row(hit.page);
      }),
    );
  }

  function remember() {
    var address = new URL(location.href);
    if (input.value) address.searchParams.set("q", input.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }

  input.value = new URLSearchParams(location.search).get("q") || "";
  input.form.addEventListener("submit", function (event) {
    event.preventDefault();
    show();
  });
  input.addEventListener("input", function () {
    show();
    remember();
  });
  fetch(base + "zoeken/index.json")
    .then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    })
    .then(function (pages) {
      index = prepare(pages);
      show();
    })
    .catch(function () {
      status.textContent = status.dataset.bbBroken;
    });
  input.focus();
})();
