// The one script of a page: asks for nothing, stores nothing, and every page works without it.
import { addRelativeDays } from "./dates.js";
import { prepareCopyButtons, preparePrintButtons, prepareShareLinks } from "./share.js";
import { preparePanels } from "./subscribe.js";

addRelativeDays(document);
prepareShareLinks(document);
prepareCopyButtons(document);
preparePrintButtons(document);
preparePanels(document);
