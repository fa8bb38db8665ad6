// Solves the puzzle of a form away from the page, so that writing goes on meanwhile: a number that, behind the seed, has a SHA-256 that begins with so many zero
// bits. Written out, because browsers offer their own digest only one at a time and only on secure lines. Seed and number are one block of 64 bytes.
const fractionOf = (root) => ((root - Math.floor(root)) * 0x100000000) | 0;
const primes = [];
for (let number = 2; primes.length < 64; number++) {
  if (primes.every((prime) => number % prime !== 0)) {
    primes.push(number);
  }
}

const rounds = Int32Array.from(primes, (prime) => fractionOf(Math.cbrt(prime)));
const start = Int32Array.from(primes.slice(0, 8), (prime) => fractionOf(Math.sqrt(prime)));
const words = new Int32Array(64);
const block = new Uint8Array(64);
const turned = (word, by) => (word >>> by) | (word << (32 - by));

// The first 32 bits of the digest of the first so many bytes of the block.
const firstWord = (length) => {
  block.fill(0, length);
  block[length] = 0x80;
  block[62] = (length * 8) >>> 8;
  block[63] = (length * 8) & 255;
  for (let at = 0; at < 16; at++) {
    words[at] = (block[at * 4] << 24) | (block[at * 4 + 1] << 16) | (block[at * 4 + 2] << 8) | block[at * 4 + 3];
  }

  for (let at = 16; at < 64; at++) {
    const early = words[at - 15];
    const late = words[at - 2];
    const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const two = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[at] = (words[at - 16] + one + words[at - 7] + two) | 0;
  }

  let a = start[0];
  let b = start[1];
  let c = start[2];
  let d = start[3];
  let e = start[4];
  let f = start[5];
  let g = start[6];
  let h = start[7];
  for (let at = 0; at < 64; at++) {
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at] + words[at]) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }

  return (a + start[0]) >>> 0;
};

self.onmessage = (asked) => {
  const seed = asked.data.seed;
  const bits = asked.data.bits;
  for (let at = 0; at < seed.length; at++) {
    block[at] = seed.charCodeAt(at);
  }

  for (let number = 0; ; number++) {
    const written = String(number);
    for (let at = 0; at < written.length; at++) {
      block[seed.length + at] = written.charCodeAt(at);
    }

    if (Math.clz32(firstWord(seed.length + written.length)) >= bits) {
      self.postMessage(written);
      return;
    }
  }
};
