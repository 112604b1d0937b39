// Stands between the site and who kept something. What the network brings goes first, always: a copy is only shown where
// it brings nothing, and says so. No page gets a copy but those that somebody kept or works on.
(function () {
  "use strict";

  const { page, parts, kept: keptWords, again, there } = self.bbOffline;
  const PATIENCE = 8000; // milliseconds that a visitor waits for a network that brings nothing
  const LATER = 60000; // milliseconds in which what belongs to such a page is not waited for again
  const DAY = "x-bb-day"; // header of a copy: when it was made
  const FRESHNESS = 86400000; // milliseconds after which what every page needs is copied anew
  const GONE = [404, 410];
  const FRESH = { cache: "no-cache" }; // else the browser may hand over a page of last week as one of today
  const SLOW = "slow";
  const root = new URL(self.registration.scope);
  const here = (path) => new URL(path, root).href;
  const open = () => caches.open(`bb-bewaard ${root.pathname}`);
  let slowAt = -Infinity;
  let isOver = false; // somebody wiped it all while copies were being made

  addEventListener("install", (event) => {
    self.skipWaiting();
    event.waitUntil(renew([page, ...parts].map(here)));
  });
  addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
  addEventListener("message", (event) => {
    isOver = event.data === "stop";
    if (!isOver) event.waitUntil(hold(event.data));
  });

  // `pages`: every vacancy that is kept; `here`: the page that tells it, when that is to be kept, with its `parts`.
  async function hold({ pages, here: own, parts: ownParts }) {
    const cache = await open();
    const copies = (await cache.keys()).map(({ url }) => url);
    const dropped = copies.filter((url) => isVacancy(url) && !pages.includes(url));
    await Promise.all(dropped.map((url) => cache.delete(url)));
    const common = (await isOld(here(page))) ? [page, ...parts].map(here) : [];
    const asked = [...common, ...pages.filter((url) => !copies.includes(url)), ...(own ? [own] : []), ...ownParts];
    await renew([...new Set(asked)]);
  }

  function isVacancy(address) {
    return address.startsWith(here("vacatures/")) && address !== here("vacatures/bewaard/");
  }

  async function isOld(address) {
    const copy = await copyOf(address);
    return !copy || Date.now() - new Date(copy.headers.get(DAY)) > FRESHNESS;
  }

  // What does not come today keeps its copy.
  async function renew(addresses) {
    await Promise.allSettled(addresses.map(async (address) => put(address, await fetch(address, FRESH))));
  }

  // Of data with a version in the address, one version.
  async function put(address, answer) {
    if (!answer.ok || answer.redirected) return;
    const headers = new Headers(answer.headers);
    headers.set(DAY, new Date().toISOString());
    const copy = new Response(await answer.blob(), { headers });
    if (isOver) return;
    const cache = await open();
    await cache.put(address, copy);
    const others = (await cache.keys(address, { ignoreSearch: true })).filter(({ url }) => url !== address);
    await Promise.all(others.map((other) => cache.delete(other)));
  }

  // Where the device refuses, the site goes on without copies.
  async function copyOf(address) {
    try {
      return await (await open()).match(address);
    } catch (error) {
      return undefined;
    }
  }

  addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== root.origin) return;
    if (request.mode === "navigate") event.respondWith(pageFor(event, origin + pathname));
    else if (["style", "script", "image"].includes(request.destination)) event.respondWith(partFor(request));
  });

  async function pageFor(event, address) {
    const copy = await copyOf(address);
    try {
      const answer = await (copy ? soon(fetch(address, { ...FRESH, redirect: "manual" })) : fetch(event.request));
      if (copy) event.waitUntil(follow(address, answer.clone()));
      return answer;
    } catch (error) {
      if (error === SLOW) slowAt = Date.now();
      return copy ? withDay(copy) : standIn();
    }
  }

  async function follow(address, answer) {
    if (GONE.includes(answer.status)) await (await open()).delete(address);
    else await put(address, answer);
  }

  async function partFor(request) {
    const copy = await copyOf(request.url);
    if (copy && Date.now() - slowAt < LATER) return copy;
    try {
      return await (copy ? soon(fetch(request)) : fetch(request));
    } catch (error) {
      return copy || Response.error();
    }
  }

  // For what has a copy: without one there is nothing to show sooner.
  function soon(answer) {
    const late = new Promise((resolve, reject) => setTimeout(reject, PATIENCE, SLOW));
    return Promise.race([answer, late]);
  }

  async function withDay(copy) {
    const day = new Date(copy.headers.get(DAY)).toLocaleDateString("nl-NL", { day: "numeric", month: "long" });
    const note = `<p class="bb-notice bb-notice--lost">${keptWords.replace("{day}", day)} <a href="">${again}</a></p>`;
    return changed(copy, /<main[^>]*>/, (main) => main + note);
  }

  // For a page that has no copy: one that leads to those that have.
  async function standIn() {
    const copy = await copyOf(here(page));
    if (!copy) return Response.error();
    const links = (await Promise.all((await (await open()).keys()).map(linkTo))).join("");
    return changed(copy, /<p data-bb-copies>/, (mark) => (links ? `<p>${there}</p><ul>${links}</ul>${mark}` : mark));
  }

  async function linkTo({ url }) {
    if (url.startsWith(here("assets/")) || url === here(page)) return "";
    const [, title] = (await (await copyOf(url)).text()).match(/<h1[^>]*>(.*?)<\/h1>/s) || [];
    return title ? `<li><a href="${url}">${title}</a></li>` : "";
  }

  async function changed(copy, place, change) {
    return new Response((await copy.text()).replace(place, change), { headers: copy.headers });
  }
})();
