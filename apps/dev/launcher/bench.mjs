// npm run bench -- NAME…  As start.mjs, readable by an old Node, which gets one sentence.
const oldest = 20;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  import('./words.mjs').then(({ words }) => {
    console.error(words.oldNode(process.versions.node, oldest));
    process.exitCode = 1;
  });
} else {
  import('./bench-run.mjs').then(({ benchRun }) => benchRun(process.argv.slice(2)));
}
