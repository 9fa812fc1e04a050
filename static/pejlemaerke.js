"use strict";

DKFDS.init();

// A fragment that htmx has put into the page brings components of its own.
document.body.addEventListener("htmx:afterSettle", (event) => DKFDS.init({ scope: event.target }));
