// Choosing by facets, as `facets.py` declares them: values of one facet widen the choice, facets narrow it, and facets
// of one space are met by one and the same atom. Sets of vacancies are bits, 32 to a number.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  function bitsIn(number) {
    let bits = number - ((number >>> 1) & 0x55555555);
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }

  class Facets {
    constructor(list) {
      this.count = list.count;
      this.facets = list.facets;
      this.size = Math.ceil(list.count / 32);
      this.atoms = {};
      Object.keys(list.spaces).forEach((space) => {
        this.atoms[space] = this.readSpace(list.spaces[space], space);
      });
    }

    // One set of vacancies per atom of a space. Plain loops: a phone goes through ten thousand rows here.
    readSpace(rows, space) {
      const isRange = this.facets.some((facet) => facet.space === space && facet.choice === "range");
      const sets = [];
      const put = (atom, vacancy) => {
        const set = sets[atom] || (sets[atom] = new Uint32Array(this.size));
        set[vacancy >> 5] |= 1 << (vacancy & 31);
      };
      for (let vacancy = 0; vacancy < rows.length; vacancy++) {
        const row = rows[vacancy];
        if (isRange) for (let atom = row[0]; atom <= row[1]; atom++) put(atom, vacancy);
        else if (typeof row === "number") put(row, vacancy);
        else for (let at = 0; at < row.length; at++) put(row[at], vacancy);
      }
      return sets;
    }

    // The set of vacancies for which `test(number)` holds.
    where(test) {
      const set = new Uint32Array(this.size);
      for (let vacancy = 0; vacancy < this.count; vacancy++) {
        if (test(vacancy)) set[vacancy >> 5] |= 1 << (vacancy & 31);
      }
      return set;
    }

    setOf(numbers) {
      const set = new Uint32Array(this.size);
      numbers.forEach((vacancy) => (set[vacancy >> 5] |= 1 << (vacancy & 31)));
      return set;
    }

    both(one, other) {
      const set = new Uint32Array(this.size);
      for (let at = 0; at < this.size; at++) set[at] = one[at] & other[at];
      return set;
    }

    // Atoms that what is chosen in one facet stands for; null when nothing is chosen.
    chosenAtoms(facet, chosen) {
      const picked = chosen[facet.key];
      if (!picked || !picked.length) return null;
      if (facet.choice === "range") {
        const [low, high] = picked;
        const last = this.atoms[facet.space].length - 1;
        const atoms = new Set();
        for (let atom = low || 0; atom <= (high || last); atom++) atoms.add(atom);
        return atoms;
      }
      const atoms = new Set();
      facet.values.forEach((value) => picked.includes(value.id) && value.atoms.forEach((atom) => atoms.add(atom)));
      return atoms;
    }

    // Atoms that fit all facets of a space but one; null when nothing is chosen there.
    spaceAtoms(space, chosen, except) {
      let atoms = null;
      this.facets.forEach((facet) => {
        if (facet.space !== space || facet.key === except) return;
        const own = this.chosenAtoms(facet, chosen);
        if (own) atoms = atoms ? new Set([...atoms].filter((atom) => own.has(atom))) : own;
      });
      return atoms;
    }

    holding(space, atoms) {
      const set = new Uint32Array(this.size);
      atoms.forEach((atom) => {
        const own = this.atoms[space][atom];
        if (own) for (let at = 0; at < this.size; at++) set[at] |= own[at];
      });
      return set;
    }

    narrow(set, space, atoms) {
      return this.both(set, this.holding(space, atoms));
    }

    // Vacancies of `base` that fit everything chosen, less one space when it is named.
    fitting(base, chosen, exceptSpace) {
      return Object.keys(this.atoms).reduce((set, space) => {
        const atoms = space === exceptSpace ? null : this.spaceAtoms(space, chosen);
        return atoms ? this.narrow(set, space, atoms) : set;
      }, base);
    }

    // Per facet and value: how many there would be if that value alone were chosen in its facet.
    counts(base, chosen) {
      const all = this.fitting(base, chosen);
      const around = {};
      const counts = {};
      this.facets.forEach((facet) => {
        around[facet.space] = around[facet.space] || this.around(facet.space, base, chosen, all);
        const others = this.spaceAtoms(facet.space, chosen, facet.key);
        counts[facet.key] = {};
        facet.values.forEach((value) => {
          const atoms = others ? value.atoms.filter((atom) => others.has(atom)) : value.atoms;
          counts[facet.key][value.id] = this.sizeWithin(around[facet.space], facet.space, atoms);
        });
      });
      return counts;
    }

    // What fits everything but what is chosen in one space: mostly nothing is, and then it is what fits everything.
    around(space, base, chosen, all) {
      return this.spaceAtoms(space, chosen) ? this.fitting(base, chosen, space) : all;
    }

    // As the size of `narrow`, without making sets: this runs for every value at every key.
    sizeWithin(set, space, atoms) {
      const own = atoms.map((atom) => this.atoms[space][atom]).filter(Boolean);
      let sum = 0;
      for (let at = 0; at < this.size; at++) {
        let bits = 0;
        for (let one = 0; one < own.length; one++) bits |= own[one][at];
        sum += bitsIn(bits & set[at]);
      }
      return sum;
    }

    sizeOf(set) {
      let sum = 0;
      for (let at = 0; at < this.size; at++) sum += bitsIn(set[at]);
      return sum;
    }

    has(set, vacancy) {
      return (set[vacancy >> 5] >>> (vacancy & 31)) & 1;
    }

    numbersIn(set) {
      const found = [];
      for (let at = 0; at < this.size; at++) {
        for (let bits = set[at]; bits; bits &= bits - 1) found.push(at * 32 + 31 - Math.clz32(bits & -bits));
      }
      return found;
    }
  }

  bb.Facets = Facets;
})();
