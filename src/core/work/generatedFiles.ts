const lockFiles = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'cargo.lock',
  'gemfile.lock',
  'poetry.lock',
  'pdm.lock',
  'uv.lock',
  'pipfile.lock',
  'composer.lock',
  'go.sum',
  'go.work.sum',
  'mix.lock',
  'flake.lock',
  'podfile.lock',
  'pubspec.lock',
  'packages.lock.json',
  'package.resolved',
  'gradle.lockfile',
  'conan.lock',
  '.terraform.lock.hcl',
  'module.bazel.lock',
]);
const generatedFolder =
  /(?:^|\/)(?:node_modules|vendor|vendored|third_party|third-party|dist|__snapshots__|__generated__|generated|\.yarn|Godeps|bower_components|__image_snapshots__)\//;
const generatedName =
  /(?:\.min\.(?:js|css|mjs)|\.snap|\.map|\.pb\.go|\.pb\.(?:cc|h)|_pb2(?:_grpc)?\.pyi?|\.g\.dart|\.freezed\.dart|\.generated\.\w+|\.designer\.cs|\.g\.cs|_generated\.\w+|\.approved\.\w+|-snap\.\w+)$/i;

/**
 * Whether a file is written by a tool or by somebody else (lock files, snapshots, vendored and generated code), so that its
 * lines say nothing about the work.
 */
export function isGenerated(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return lockFiles.has(name.toLowerCase()) || generatedName.test(name) || generatedFolder.test(path);
}

const docsPath =
  /(?:\.(?:md|mdx|rst|adoc|asciidoc|txt|tex|pod)$|(?:^|\/)(?:docs?|documentation|man|website)\/|(?:^|\/)(?:readme|changelog|license|authors|contributing|news)[^/]*$)/i;
const testPath =
  /(?:(?:^|\/)(?:tests?|specs?|__tests__|testing|testdata|fixtures|e2e|playground|t)\/|[._-](?:tests?|specs?)\.\w+$|(?:^|\/)test_[^/]+$|_test\.\w+$|Tests?\.(?:java|kt|cs|swift|scala)$)/;
const buildPath =
  /(?:(?:^|\/)(?:\.github|\.gitlab|\.circleci|\.ci|ci|\.buildkite|\.azure-pipelines|build|cmake)\/|(?:^|\/)(?:makefile|dockerfile|jenkinsfile|cmakelists\.txt|package\.json|cargo\.toml|go\.mod|pom\.xml|pyproject\.toml|setup\.(?:py|cfg)|build\.gradle(?:\.kts)?|meson\.build|tsconfig[^/]*\.json|[^/]*\.(?:config|conf)\.[cm]?[jt]s|\.[^/]*(?:rc|ignore|attributes)(?:\.\w+)?|\.travis\.yml|\.gitlab-ci\.yml|renovate\.json5?)$)/i;

/** What a file is for, as far as its path tells. */
export function fileSort(path: string): 'generated' | 'test' | 'docs' | 'build' | 'code' {
  if (isGenerated(path)) return 'generated';
  if (testPath.test(path)) return 'test';
  if (/cmakelists\.txt$|requirements[^/]*\.txt$/i.test(path)) return 'build';
  if (docsPath.test(path)) return 'docs';
  return buildPath.test(path) ? 'build' : 'code';
}
