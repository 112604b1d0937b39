// A QR code of a text, made on this device (ISO/IEC 18004): bytes, level L, versions 1 to 20. For a plan that goes from
// phone to phone; codes that the site publishes are made and read back when it is built.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  // Of level L, by version: check bytes in a block, and how many blocks.
  const CHECKS = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
  const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];
  const LEVEL_L = 1;
  const QUIET = 4;

  // The field of 256 numbers in which check bytes are counted.
  const POWERS = [];
  const LOGS = [];
  for (let power = 0, value = 1; power < 255; power++) {
    POWERS[power] = value;
    LOGS[value] = power;
    value = value < 128 ? value * 2 : (value * 2) ^ 285;
  }
  const times = (one, other) => (one && other ? POWERS[(LOGS[one] + LOGS[other]) % 255] : 0);

  function checksOf(data, count) {
    let divisor = [1];
    for (let power = 0; power < count; power++) {
      const next = [...divisor, 0];
      divisor.forEach((value, place) => (next[place + 1] ^= times(value, POWERS[power])));
      divisor = next;
    }
    const rest = [...data, ...Array(count).fill(0)];
    for (let place = 0; place < data.length; place++) {
      const factor = rest[place];
      divisor.forEach((value, step) => (rest[place + step] ^= times(value, factor)));
    }
    return rest.slice(data.length);
  }

  const sizeOf = (version) => 17 + 4 * version;

  // Where the small squares lie, on a row or a column.
  function alignments(version) {
    if (version === 1) return [];
    const count = Math.floor(version / 7) + 2;
    const step = Math.ceil((4 * version + 4) / (2 * count - 2)) * 2;
    const found = [6];
    for (let place = sizeOf(version) - 7; found.length < count; place -= step) found.splice(1, 0, place);
    return found;
  }

  // All bytes that a version holds, with their checks.
  function room(version) {
    const size = sizeOf(version);
    const squares = alignments(version).length;
    let modules = size * size - 3 * 64 - 31 - 2 * (size - 16);
    if (squares) modules -= (squares * squares - 3) * 25 - 2 * (squares - 2) * 5;
    if (version >= 7) modules -= 36;
    return modules >> 3;
  }

  const roomForData = (version) => room(version) - CHECKS[version - 1] * BLOCKS[version - 1];

  function versionFor(length) {
    for (let version = 1; version <= CHECKS.length; version++) {
      if (length + (version < 10 ? 2 : 3) <= roomForData(version)) return version;
    }
    return 0;
  }

  function dataOf(bytes, version) {
    const bits = [];
    const push = (value, count) => {
      for (let bit = count - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
    };
    push(4, 4);
    push(bytes.length, version < 10 ? 8 : 16);
    bytes.forEach((byte) => push(byte, 8));
    const most = roomForData(version) * 8;
    push(0, Math.min(4, most - bits.length));
    while (bits.length % 8) bits.push(0);
    for (let pad = 0xec; bits.length < most; pad ^= 0xec ^ 0x11) push(pad, 8);
    const data = [];
    for (let start = 0; start < bits.length; start += 8) {
      data.push(bits.slice(start, start + 8).reduce((byte, bit) => byte * 2 + bit, 0));
    }
    return data;
  }

  // Blocks with their checks, one byte of each in turn.
  function woven(data, version) {
    const count = BLOCKS[version - 1];
    const short = Math.floor(data.length / count);
    const longer = data.length % count;
    const blocks = [];
    for (let number = 0, start = 0; number < count; number++) {
      const length = short + (number >= count - longer ? 1 : 0);
      blocks.push(data.slice(start, start + length));
      start += length;
    }
    const checks = blocks.map((block) => checksOf(block, CHECKS[version - 1]));
    const turns = (rows, length) =>
      [...Array(length).keys()].flatMap((place) => rows.filter((row) => place < row.length).map((row) => row[place]));
    return [...turns(blocks, short + 1), ...turns(checks, CHECKS[version - 1])];
  }

  function remainder(value, bits, divisor) {
    let rest = value << bits;
    for (let bit = 31 - Math.clz32(rest); rest && bit >= bits; bit = 31 - Math.clz32(rest)) rest ^= divisor << (bit - bits);
    return (value << bits) | rest;
  }

  // The patterns that do not depend on the text; null is where it goes.
  function frame(version, mask) {
    const size = sizeOf(version);
    const grid = Array.from({ length: size }, () => Array(size).fill(null));
    const set = (x, y, dark) => {
      if (x >= 0 && y >= 0 && x < size && y < size) grid[y][x] = dark ? 1 : 0;
    };
    const ring = (x, y, reach, isDark) => {
      for (let dy = -reach; dy <= reach; dy++) {
        for (let dx = -reach; dx <= reach; dx++) set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    };
    for (let place = 0; place < size; place++) {
      set(6, place, place % 2 === 0);
      set(place, 6, place % 2 === 0);
    }
    const places = alignments(version);
    const last = places.length - 1;
    places.forEach((x, column) =>
      places.forEach((y, row) => {
        const isCorner = (!column && !row) || (!column && row === last) || (column === last && !row);
        if (!isCorner) ring(x, y, 2, (far) => far !== 1);
      }),
    );
    [[3, 3], [size - 4, 3], [3, size - 4]].forEach(([x, y]) => ring(x, y, 4, (far) => far !== 2 && far !== 4));
    const format = remainder((LEVEL_L << 3) | mask, 10, 0x537) ^ 0x5412;
    for (let bit = 0; bit < 15; bit++) {
      const dark = (format >> bit) & 1;
      if (bit < 6) set(8, bit, dark);
      else if (bit < 8) set(8, bit + 1, dark);
      else if (bit === 8) set(7, 8, dark);
      else set(14 - bit, 8, dark);
      if (bit < 8) set(size - 1 - bit, 8, dark);
      else set(8, size - 15 + bit, dark);
    }
    set(8, size - 8, 1);
    if (version >= 7) {
      const about = remainder(version, 12, 0x1f25);
      for (let bit = 0; bit < 18; bit++) {
        const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
        set(far, near, (about >> bit) & 1);
        set(near, far, (about >> bit) & 1);
      }
    }
    return grid;
  }

  const MASK = (x, y) => (x + y) % 2 === 0;

  function fill(grid, bytes) {
    const size = grid.length;
    let bit = 0;
    for (let right = size - 1, isUp = true; right > 0; right -= 2, isUp = !isUp) {
      if (right === 6) right = 5;
      for (let step = 0; step < size; step++) {
        const y = isUp ? size - 1 - step : step;
        for (const x of [right, right - 1]) {
          if (grid[y][x] !== null) continue;
          const dark = bit < bytes.length * 8 ? (bytes[bit >> 3] >> (7 - (bit & 7))) & 1 : 0;
          grid[y][x] = dark ^ (MASK(x, y) ? 1 : 0);
          bit++;
        }
      }
    }
    return grid;
  }

  // Rows of 0 and 1, dark is 1; null when the text is too long.
  bb.qrModules = function (text) {
    const bytes = [...new TextEncoder().encode(text)];
    const version = versionFor(bytes.length);
    return version ? fill(frame(version, 0), woven(dataOf(bytes, version), version)) : null;
  };

  // An image with a white plate of its own; null when the text is too long.
  bb.qrImage = function (text, label) {
    const rows = bb.qrModules(text);
    if (!rows) return null;
    const space = "http://www.w3.org/2000/svg";
    const size = rows.length + 2 * QUIET;
    const svg = document.createElementNS(space, "svg");
    const attributes = { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, class: "bb-qr" };
    Object.entries({ ...attributes, "shape-rendering": "crispEdges" }).forEach(([name, value]) =>
      svg.setAttribute(name, value),
    );
    const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")));
    [["#fff", `M0 0h${size}v${size}H0z`], ["#000", path.join("")]].forEach(([fill, d]) => {
      const part = document.createElementNS(space, "path");
      part.setAttribute("fill", fill);
      part.setAttribute("d", d);
      svg.append(part);
    });
    return svg;
  };
})();
