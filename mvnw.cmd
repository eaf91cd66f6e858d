@echo off
rem Runs Maven in this project on a JDK 25 or later; mvnw does the same elsewhere and says more.
setlocal enabledelayedexpansion
set "JDK=25"
set "MAVEN=3.9.16"
set "MAVEN_SHA512=831a8591fe20c8243b1dbe7d71e3244f31d1665b0804b2e825e38cbbe5ce0cafb8338851f90780735568773e0a6cd07bbec107cda0b896b008b861075358b6f6"
if not defined CLEAVE_MAVEN_URL set "CLEAVE_MAVEN_URL=https://archive.apache.org/dist/maven/maven-3/%MAVEN%/binaries/apache-maven-%MAVEN%-bin.tar.gz"
if not defined CLEAVE_MAVEN_HOME set "CLEAVE_MAVEN_HOME=%USERPROFILE%\.m2\wrapper\dists"

set "FOUND="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks") do (
  if exist "%%~r" for /d %%d in ("%%~r\*") do call :try "%%~d"
)
if not defined FOUND (
  echo Cleave needs a JDK %JDK% or later, and none was found in JAVA_HOME, on the PATH or in the usual places. 1>&2
  echo Install one, for example: winget install EclipseAdoptium.Temurin.%JDK%.JDK 1>&2
  echo and run this again; if it lies in an unusual place, set JAVA_HOME to it. 1>&2
  exit /b 1
)
set "JAVA_HOME=%FOUND%"

rem An installed Maven is trusted to be 3.8.6 or later: the build checks that itself.
set "MVN="
if defined MAVEN_HOME if exist "%MAVEN_HOME%\bin\mvn.cmd" set "MVN=%MAVEN_HOME%\bin\mvn.cmd"
if not defined MVN for /f "delims=" %%m in ('where mvn.cmd 2^>nul') do if not defined MVN set "MVN=%%m"
if not defined MVN (
  set "MVN=%CLEAVE_MAVEN_HOME%\cleave\apache-maven-%MAVEN%\bin\mvn.cmd"
  if not exist "!MVN!" call :download || exit /b 1
)

if not defined MAVEN_OPTS set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
set "BATCH="
if "%CI%"=="true" set "BATCH=-B"
cd /d "%~dp0"
call "%MVN%" %BATCH% %*
exit /b %ERRORLEVEL%

:try
if defined FOUND exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims=.=" %%v in ('findstr /b JAVA_VERSION^= "%~1\release"') do (
  set "FEATURE=%%v"
  set FEATURE=!FEATURE:"=!
  if !FEATURE! geq %JDK% set "FOUND=%~f1"
)
exit /b 0

:download
set "WORK=%CLEAVE_MAVEN_HOME%\fetching.%RANDOM%"
mkdir "%WORK%"
echo Fetching Apache Maven %MAVEN% (9 MB) from %CLEAVE_MAVEN_URL% 1>&2
curl.exe -fsSL -o "%WORK%\maven.tar.gz" "%CLEAVE_MAVEN_URL%"
if errorlevel 1 (
  rmdir /s /q "%WORK%"
  echo Apache Maven %MAVEN% can't be fetched: install Maven 3.8.6 or later, or set MAVEN_HOME to one. 1>&2
  exit /b 1
)
certutil -hashfile "%WORK%\maven.tar.gz" SHA512 | findstr /i /x /c:"%MAVEN_SHA512%" >nul
if errorlevel 1 (
  rmdir /s /q "%WORK%"
  echo What %CLEAVE_MAVEN_URL% sent is not Apache Maven %MAVEN% and was thrown away. 1>&2
  exit /b 1
)
if not exist "%CLEAVE_MAVEN_HOME%\cleave" mkdir "%CLEAVE_MAVEN_HOME%\cleave"
tar.exe -xzf "%WORK%\maven.tar.gz" -C "%WORK%" && move "%WORK%\apache-maven-%MAVEN%" "%CLEAVE_MAVEN_HOME%\cleave\" >nul
rmdir /s /q "%WORK%"
if not exist "!MVN!" exit /b 1
exit /b 0
