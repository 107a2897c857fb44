"""The .app's description; dateline.spec runs this with PyInstaller's names in reach.

Never run elsewhere than on macOS.
"""

import re
from pathlib import Path

ROOT = Path(SPECPATH).parent  # noqa: F821
VERSION = re.findall(
    r'^__version__ = "(.+)"$', (ROOT / "desktop_app/__init__.py").read_text("utf-8"), re.M
)[0]

app = BUNDLE(  # noqa: F821
    folder,  # noqa: F821
    name="Dateline.app",
    icon=looks["icon"],  # noqa: F821
    bundle_identifier="org.dateline.Dateline",
    version=VERSION,
    info_plist={
        "CFBundleDisplayName": "Dateline",
        "CFBundleShortVersionString": VERSION,
        "LSMinimumSystemVersion": "13.0",
        "LSApplicationCategoryType": "public.app-category.reference",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "The Dateline developers, MIT licence",
        "CFBundleLocalizations": ["en", "ko"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Dateline library",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": ["org.dateline.library", "org.dateline.library-mark"],
                "LSTypeIsPackage": False,
            },
            {
                "CFBundleTypeName": "Saved dispatches",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": [
                    *("public.folder", "public.html", "public.plain-text", "public.json"),
                    *("public.comma-separated-values-text", "public.zip-archive"),
                    "org.gnu.gnu-zip-archive",
                ],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": "org.dateline.library",
                "UTTypeDescription": "Dateline library",
                "UTTypeConformsTo": ["public.directory"],
                "UTTypeTagSpecification": {"public.filename-extension": ["dateline"]},
            },
            {
                "UTTypeIdentifier": "org.dateline.library-mark",
                "UTTypeDescription": "Dateline library",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": ["dateline"]},
            },
        ],
    },
)
