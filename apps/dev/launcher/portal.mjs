// npm run -s portal -- … The command line, built when missing or older than its sources. Only its own words reach
// stdout; everything about installing and building goes to stderr.
const oldest = 20;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  import('./words.mjs').then(({ words }) => {
    console.error(words.oldNode(process.versions.node, oldest));
    process.exitCode = 1;
  });
} else {
  import('./portal-run.mjs').then(({ portalRun }) => portalRun(process.argv.slice(2)));
}
