// Runs before all else in a page, and writes down how long the page's turns take and what painting costs. It writes
// on the root element: the scripts of a driver share no variables with the page.
{
  const kept = document.documentElement.dataset;
  const colours = ["yellow", "green", "blue", "pink"];
  const now = () => performance.now();

  // A turn of the page: from one message of its own to the next.
  const turns = new MessageChannel();
  const phase = () => (kept.app !== "ready" ? "coming" : kept.notes !== "ready" ? "seeking" : "there");
  let last = now(), during = phase(), began = 0;
  const longest = { coming: 0, seeking: 0, there: 0 };
  turns.port1.onmessage = () => {
    const turn = now() - last;
    if (turn > longest[during]) {
      longest[during] = turn;
      kept.longest = JSON.stringify(longest);
    }
    [last, during, began, ranges] = [now(), phase(), 0, 0];
    turns.port2.postMessage(0);
  };
  turns.port2.postMessage(0);

  // The tasks that Chromium itself calls long.
  if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
    const tasks = [];
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map((entry) => [phase(), Math.round(entry.startTime), Math.round(entry.duration)]));
      kept.longTasks = JSON.stringify(tasks);
    }).observe({ type: "longtask", buffered: true });
  }

  // The app's own painting of all passages, in the turn in which it is done: from its first range to the last of its
  // highlights. Passages that lie over each other are painted in parts.
  let ranges = 0;
  const setStart = Range.prototype.setStart;
  Range.prototype.setStart = function (node, offset) {
    began ||= now();
    ranges++;
    return setStart.call(this, node, offset);
  };
  for (const name of ["set", "delete"]) {
    const paint = HighlightRegistry.prototype[name];
    HighlightRegistry.prototype[name] = function (which, ...rest) {
      const answer = paint.call(this, which, ...rest);
      if (which.startsWith("note-") && began && ranges >= 1_000) kept.ownPainting = JSON.stringify({ ranges, took: now() - began });
      return answer;
    };
  }

  // The same painting without the app, and its peer: elements around the same words.
  const WORDS = 20, STEP = 44;
  const places = () => {
    const found = [];
    const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let at = 0; at + STEP <= node.length && found.length < 1_000; at += STEP) found.push([node, at]);
    return found;
  };
  const range = ([node, at]) => {
    const made = new Range();
    setStart.call(made, node, at);
    made.setEnd(node, at + WORDS);
    return made;
  };
  const highlight = (places) => {
    const made = colours.map(() => new Highlight());
    places.forEach((place, n) => made[n % 4].add(range(place)));
    made.forEach((one, n) => CSS.highlights.set(`note-${colours[n]}`, one));
    return () => colours.forEach((colour) => CSS.highlights.delete(`note-${colour}`));
  };
  const surround = (places) => {
    // From the last to the first: what stands before in the same node keeps its place.
    const marks = places.toReversed().map((place) => {
      const mark = document.createElement("mark");
      range(place).surroundContents(mark);
      return mark;
    });
    return () => {
      marks.forEach((mark) => mark.replaceWith(...mark.childNodes));
      document.getElementById("text").normalize();
    };
  };
  // Work at the start of a frame: how long it takes, and how long with all that the frame then does to show it.
  const framed = (work) =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const start = now(), result = work(), done = now() - start;
        const behind = new MessageChannel();
        behind.port1.onmessage = () => resolve([result, done, now() - start]);
        behind.port2.postMessage(0);
      });
    });
  // The first of some rounds, and the least. Each undoes what it did, so that the next finds the text as it was.
  const measured = async (rounds, work) => {
    const least = { nodes: 0, calls: Infinity, frame: Infinity };
    const nodes = () => document.evaluate("count(//*[@id='text']//node())", document, null, 1).numberValue;
    for (let round = 0; round < rounds; round++) {
      const all = places(), before = nodes();
      const [undo, calls, frame] = await framed(() => work(all));
      least.nodes = nodes() - before;
      await framed(undo);
      least.first ??= calls;
      least.calls = Math.min(least.calls, calls);
      least.frame = Math.min(least.frame, frame);
    }
    return least;
  };
  document.addEventListener("meter", async () => {
    CSS.highlights.clear();
    turns.port1.onmessage = null;
    const empty = await measured(5, () => () => {});
    const highlights = await measured(5, highlight);
    kept.painting = JSON.stringify({ empty, highlights, elements: await measured(1, surround) });
  });
}
