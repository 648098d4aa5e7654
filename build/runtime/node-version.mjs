// Read by Node versions too old for the rest of this repository, to tell them so: no new syntax here.

/** The oldest Node that runs our tools. */
const minimumNode = '20.19.0';

/**
 * @param {string} version as process.versions.node
 * @returns {string} a sentence for the person, or '' when the version will do
 */
export function nodeComplaint(version) {
  if (isAtLeast(version, minimumNode)) return '';
  return (
    'Policy Reader needs Node ' +
    minimumNode +
    ' or newer; this is Node ' +
    version +
    '. Install a newer Node (nodejs.org, nvm or your system packages) and run the command again.'
  );
}

/** @param {string} version @param {string} minimum */
function isAtLeast(version, minimum) {
  const found = version.split('.').map(Number);
  const wanted = minimum.split('.').map(Number);
  for (let index = 0; index < wanted.length; index += 1) {
    const difference = (found[index] || 0) - (wanted[index] || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
