@echo off
rem The command `mos` in the editor's terminals, on the runtime that the extension names, else on the Node of the path.
setlocal
set ELECTRON_RUN_AS_NODE=1
if not defined MOS_RUNTIME set MOS_RUNTIME=node
"%MOS_RUNTIME%" "%~dp0..\dist\mos.mjs" %*
