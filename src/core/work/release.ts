const forms = [
  /^(?:(?:release|version|to|(?:bump(?:ed|s)?|update|set) (?:the )?(?:version )?to|bump(?:ed|s)? version) )?((?:\S+@)?v?\d+\.\d+\S*)$/i,
  /^(?:prepare|prep|release|releasing|publish)(?: for)?(?: (?:the )?(?:next )?release(?: of)?)?:? ((?:[@\w./-]+ )?v?\d+\.\d+\S*)$/i,
];

/**
 * What a subject says was released.
 *
 * @example
 * releaseIn('prepare Tokio v1.47.1'); //=> 'Tokio v1.47.1'
 * releaseIn('Bumped version to 20260429.2'); //=> '20260429.2'
 */
export function releaseIn(text: string): string | undefined {
  for (const form of forms) {
    const name = form.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

const ritual =
  /^(?:bump(?:ed|s)? (?:the )?version(?: number)?|(?:update|correct|prepare|edit) (?:the )?(?:changelog|release notes|news)(?: for (?:the )?(?:next )?(?:release|v?\d\S*))?|revert(?:ing|ed)? (?:the )?(?:release )?version changes|start .{0,30}\bcycle|post-release.*|back to dev(?:elopment)?|(?:next|new) (?:dev(?:elopment)? )?(?:version|iteration)|release)$/i;

/** Whether it is what one does around a release, and says nothing beside it. */
export function isReleaseRitual(text: string): boolean {
  return ritual.test(text);
}
