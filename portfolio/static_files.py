"""What of the npm packages is collected: the files that the pages use, not all that the packages carry."""

from django.contrib.staticfiles.apps import StaticFilesConfig as DjangoStaticFilesConfig


class StaticFilesConfig(DjangoStaticFilesConfig):
    ignore_patterns = [
        *DjangoStaticFilesConfig.ignore_patterns,
        "dkfds-borgerdk*",
        "dkfds-virkdk*",
        "dkfds.css",
        "dkfds.js",
        "split",
        "*.otf",
        "ext",
        "htmx.js",
        "htmx.amd.js",
        "htmx.cjs.js",
        "htmx.esm.js",
        "*.d.ts",
        "htmx.min.js.gz",
    ]
